using System;
using System.IO;
using CrmAddon.Local;
using Microsoft.Xrm.Sdk;
using Microsoft.Xrm.Sdk.Messages;
using Microsoft.Xrm.Sdk.Metadata;

namespace CrmAddon.Roles.Tests;

/// <summary>
/// An environment with the solution and four places around the business unit "North": the holder of a role, a colleague, a unit below and one
/// beside it.
/// </summary>
internal sealed class RoleEnvironment : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("crmaddon-roles-").FullName;

    /// <param name="plugins">Plug-in assemblies to run; none where only the platform's own security is looked at.</param>
    public RoleEnvironment(params string[] plugins)
    {
        Dataverse = LocalDataverse.Open(new LocalDataverseOptions
        {
            DatabasePath = Path.Combine(_folder, "roles.db"),
            SolutionFolders = [Repository.Base, Repository.Solution],
            PluginAssemblies = plugins,
        });
        Service = Dataverse.CreateService();
        North = Unit("North", Dataverse.RootBusinessUnitId);
        Coast = Unit("Coast", North);
        South = Unit("South", Dataverse.RootBusinessUnitId);
    }

    public LocalDataverse Dataverse { get; }

    public IOrganizationService Service { get; }

    public Guid North { get; }

    public Guid Coast { get; }

    public Guid South { get; }

    public Guid User(string name, Guid unit, params string[] roles)
    {
        var user = Service.Create(new Entity("systemuser")
        {
            ["lastname"] = name,
            ["domainname"] = name,
            ["businessunitid"] = new EntityReference("businessunit", unit),
        });
        foreach (var role in roles)
        {
            Dataverse.AssignRole(user, role);
        }

        return user;
    }

    public IOrganizationService As(Guid user) => Dataverse.CreateService(user);

    /// <summary>The name of a table's column that people know a row by.</summary>
    public string NameColumn(string table) => Definition(table).PrimaryNameAttribute!;

    public bool IsUserOwned(string table) => Definition(table).OwnershipType == OwnershipTypes.UserOwned;

    public void Dispose()
    {
        Dataverse.Dispose();
        Directory.Delete(_folder, recursive: true);
    }

    private EntityMetadata Definition(string table) =>
        ((RetrieveEntityResponse)Service.Execute(new RetrieveEntityRequest { LogicalName = table })).EntityMetadata;

    private Guid Unit(string name, Guid parent) => Service.Create(
        new Entity("businessunit") { ["name"] = name, ["parentbusinessunitid"] = new EntityReference("businessunit", parent) });
}
