using System;
using System.Linq;
using CrmAddon.Plugins.Dataverse;
using Microsoft.Crm.Sdk.Messages;
using Microsoft.Xrm.Sdk;
using Microsoft.Xrm.Sdk.Query;

namespace CrmAddon.Plugins.Tests;

/// <summary>Custom APIs as screens and flows call them, environment variables as administrators set them, and people with few rights.</summary>
internal sealed partial class World
{
    /// <summary>Calls a custom API as the system does.</summary>
    public OrganizationResponse Call(string api, EntityReference? row, params (string Name, object? Value)[] inputs) => Call(Service, api, row, inputs);

    /// <summary>Calls a custom API.</summary>
    public static OrganizationResponse Call(IOrganizationService service, string api, EntityReference? row, params (string Name, object? Value)[] inputs)
    {
        var request = new OrganizationRequest(api);
        if (row is not null)
            request["Target"] = row;
        foreach (var (name, value) in inputs)
            request[name] = value;
        return service.Execute(request);
    }

    /// <summary>Sets an environment variable.</summary>
    public void Set(string variable, string value)
    {
        var definition = Service.First(Queries.From("environmentvariabledefinition").Where("schemaname", variable))!.ToEntityReference();
        var standing = Service.First(Queries.From("environmentvariablevalue").Where("environmentvariabledefinitionid", definition.Id));
        if (standing is not null)
            Change("environmentvariablevalue", standing.Id, "value", value);
        else
            Service.Create(new Entity("environmentvariablevalue")
            {
                ["schemaname"] = variable,
                ["environmentvariabledefinitionid"] = definition,
                ["value"] = value,
            });
    }

    /// <summary>Somebody who has these privileges alone, as far as the depth reaches.</summary>
    public Guid Colleague(string name, PrivilegeDepth depth, params string[] privileges)
    {
        var role = Service.Create(new Entity("role") { ["name"] = name, ["businessunitid"] = _businessUnit });
        var rows = Service.All(Queries.From("privilege", "name").Where("name", ConditionOperator.In, [.. privileges]));
        CollectionAssert.AreEquivalent(privileges.Select(one => one.ToLowerInvariant()).ToList(), rows.Select(row => row.Text("name").ToLowerInvariant()).ToList());
        Service.Execute(new AddPrivilegesRoleRequest { RoleId = role, Privileges = [.. rows.Select(row => new RolePrivilege((int)depth, row.Id))] });
        return Person(name, role);
    }
}
