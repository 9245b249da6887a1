using System;
using System.Linq;
using CrmAddon.Local.Portal;
using Microsoft.VisualStudio.TestTools.UnitTesting;
using Microsoft.Xrm.Sdk;
using Microsoft.Xrm.Sdk.Query;

namespace CrmAddon.Local.Tests.Portal;

/// <summary>A site with a web role, two accounts with a contact each, and what they ordered.</summary>
internal sealed class PortalWorld : IDisposable
{
    private readonly World _world;

    public PortalWorld(bool plugins = false)
    {
        _world = new World(plugins);
        Contoso = _world.Account("Contoso");
        Fabrikam = _world.Account("Fabrikam");
        Carla = Contact("Carla", Contoso);
        Colin = Contact("Colin", Contoso);
        Fred = Contact("Fred", Fabrikam);
        Role = Service.Create(new Entity("adx_webrole") { ["adx_name"] = "Partner" });
        foreach (var contact in new[] { Carla, Colin, Fred })
        {
            Service.Associate("adx_webrole", Role, new Relationship("adx_webrole_contact"), [new EntityReference("contact", contact)]);
        }
    }

    public IOrganizationService Service => _world.Service;

    public LocalDataverse Dataverse => _world.Dataverse;

    public Guid Contoso { get; }

    public Guid Fabrikam { get; }

    public Guid Carla { get; }

    public Guid Colin { get; }

    public Guid Fred { get; }

    public Guid Role { get; }

    public Guid Contact(string name, Guid account) => Service.Create(new Entity("contact")
    {
        ["lastname"] = name,
        ["parentcustomerid"] = new EntityReference("account", account),
    });

    /// <summary>Opens a table and some of its columns.</summary>
    public void Open(string table, string fields)
    {
        Set($"Webapi/{table}/enabled", "true");
        Set($"Webapi/{table}/fields", fields);
    }

    public void Set(string name, string value) => Service.Create(new Entity("adx_sitesetting") { ["adx_name"] = name, ["adx_value"] = value });

    /// <summary>A table permission of the role; rights by letter: r, w, c, d, a(ppend), t(o).</summary>
    public Guid Permit(string table, int scope, string rights, string? relation = null, Guid? parent = null, Guid? role = null)
    {
        var permission = new Entity("adx_entitypermission")
        {
            ["adx_entityname"] = table,
            ["adx_entitylogicalname"] = table,
            ["adx_scope"] = new OptionSetValue(scope),
            ["adx_read"] = rights.Contains('r', StringComparison.Ordinal),
            ["adx_write"] = rights.Contains('w', StringComparison.Ordinal),
            ["adx_create"] = rights.Contains('c', StringComparison.Ordinal),
            ["adx_delete"] = rights.Contains('d', StringComparison.Ordinal),
            ["adx_append"] = rights.Contains('a', StringComparison.Ordinal),
            ["adx_appendto"] = rights.Contains('t', StringComparison.Ordinal),
        };
        permission[scope == Scope.Account ? "adx_accountrelationship" : scope == Scope.Contact ? "adx_contactrelationship" : "adx_parentrelationship"] = relation;
        if (parent is { } id)
        {
            permission["adx_parententitypermission"] = new EntityReference("adx_entitypermission", id);
        }

        var made = Service.Create(permission);
        Service.Associate(
            "adx_entitypermission", made, new Relationship("adx_entitypermission_webrole"), [new EntityReference("adx_webrole", role ?? Role)]);
        return made;
    }

    public PortalService As(Guid? contact) => Dataverse.CreatePortalService(contact);

    /// <summary>Names of the rows that a visitor finds, in order.</summary>
    public string Names(Guid? contact, string table, string column) => string.Join(
        ", ", As(contact).RetrieveMultiple(new QueryExpression(table) { ColumnSet = new ColumnSet(column), Orders = { new OrderExpression(column, OrderType.Ascending) } })
            .Entities.Select(e => e.GetAttributeValue<string>(column)));

    public static void Refused(int status, string code, string part, Action call)
    {
        var refusal = Assert.ThrowsExactly<PortalException>(call);
        Assert.AreEqual((status, code), (refusal.Status, refusal.Code), refusal.Message);
        StringAssert.Contains(refusal.Message, part);
    }

    public void Dispose() => _world.Dispose();

    internal static class Scope
    {
        public const int Global = 756150000;
        public const int Contact = 756150001;
        public const int Account = 756150002;
        public const int Parent = 756150003;
        public const int Self = 756150004;
    }
}
