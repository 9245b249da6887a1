using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using System.Xml.Linq;
using Microsoft.Crm.Sdk.Messages;
using Microsoft.VisualStudio.TestTools.UnitTesting;
using Microsoft.Xrm.Sdk;
using Microsoft.Xrm.Sdk.Query;

namespace CrmAddon.Local.Tests.Security;

/// <summary>
/// Every standard role, on rows of every kind of owner, for every action: what the role's file says is what its holder may do. The
/// expectation is read from the file here, by the four depths alone; the answer comes through RetrievePrincipalAccess and a query.
/// </summary>
[TestClass]
public sealed class RoleMatrix
{
    /// <summary>Tables that users own, and what the names of their privileges end in.</summary>
    private static readonly (string Table, string Privilege, string Name)[] Tables =
    [
        ("account", "Account", "name"),
        ("contact", "Contact", "lastname"),
        ("opportunity", "Opportunity", "name"),
        ("lead", "Lead", "lastname"),
        ("task", "Activity", "subject"),
        ("phonecall", "Activity", "subject"),
        ("annotation", "Note", "subject"),
    ];

    private static readonly (string Verb, AccessRights Right)[] Actions =
    [
        ("Read", AccessRights.ReadAccess), ("Write", AccessRights.WriteAccess), ("Append", AccessRights.AppendAccess),
        ("AppendTo", AccessRights.AppendToAccess), ("Create", AccessRights.CreateAccess), ("Delete", AccessRights.DeleteAccess),
        ("Share", AccessRights.ShareAccess), ("Assign", AccessRights.AssignAccess),
    ];

    /// <summary>Where the row's owner stands, seen from the holder of the role, and the least depth that reaches him.</summary>
    private static readonly (string Place, string[] Depths)[] Places =
    [
        ("own", ["Basic", "Local", "Deep", "Global"]),
        ("unit", ["Local", "Deep", "Global"]),
        ("below", ["Deep", "Global"]),
        ("above", ["Global"]),
        ("beside", ["Global"]),
    ];

    private static IEnumerable<string> Roles => Directory.EnumerateFiles(Path.Combine(World.Base, "Roles"), "*.xml").Select(f => Path.GetFileNameWithoutExtension(f));

    [TestMethod]
    [DynamicData(nameof(Roles))]
    public void A_roles_holder_may_do_what_its_file_says(string role)
    {
        using var world = new World();
        var depths = XDocument.Load(Path.Combine(World.Base, "Roles", role + ".xml")).Descendants("RolePrivilege")
            .ToDictionary(p => p.Attribute("name")!.Value, p => p.Attribute("level")!.Value, StringComparer.OrdinalIgnoreCase);
        var everything = role == "System Administrator";
        var north = Unit(world, "North", world.Dataverse.RootBusinessUnitId);
        var holder = User(world, "holder", north, role);
        var owners = new Dictionary<string, Guid>
        {
            ["own"] = holder,
            ["unit"] = User(world, "colleague", north, "System Administrator"),
            ["below"] = User(world, "below", Unit(world, "Coast", north), "System Administrator"),
            ["above"] = User(world, "above", world.Dataverse.RootBusinessUnitId, "System Administrator"),
            ["beside"] = User(world, "beside", Unit(world, "South", world.Dataverse.RootBusinessUnitId), "System Administrator"),
        };
        List<string> wrong = [];
        var cells = 0;
        foreach (var (table, privilege, name) in Tables)
        {
            if (!everything && !depths.ContainsKey("prvRead" + privilege))
            {
                continue; // nobody owns rows that he can't read
            }

            HashSet<Guid> readable = [];
            foreach (var (place, reaching) in Places)
            {
                var row = world.Service.Create(new Entity(table) { [name] = place, ["ownerid"] = new EntityReference("systemuser", owners[place]) });
                var actual = Access(world, holder, new EntityReference(table, row));
                foreach (var (verb, right) in Actions)
                {
                    var expected = everything || (depths.TryGetValue("prv" + verb + privilege, out var depth) && reaching.Contains(depth));
                    cells++;
                    if (actual.HasFlag(right) != expected)
                    {
                        wrong.Add($"{table} {verb} {place}: expected {expected}");
                    }

                    if (verb == "Read" && expected)
                    {
                        readable.Add(row);
                    }
                }
            }

            var found = world.Dataverse.CreateService(holder).RetrieveMultiple(new QueryExpression(table)).Entities.Select(e => e.Id).ToHashSet();
            if (!found.SetEquals(readable))
            {
                wrong.Add($"{table}: a query finds {found.Count} rows, not {readable.Count}");
            }
        }

        Assert.IsEmpty(wrong, string.Join("; ", wrong));
        Assert.IsGreaterThan(100, cells, "cells of the matrix");
    }

    private static AccessRights Access(World world, Guid user, EntityReference row) => ((RetrievePrincipalAccessResponse)world.Service.Execute(
        new RetrievePrincipalAccessRequest { Principal = new EntityReference("systemuser", user), Target = row })).AccessRights;

    private static Guid Unit(World world, string name, Guid parent) => world.Service.Create(
        new Entity("businessunit") { ["name"] = name, ["parentbusinessunitid"] = new EntityReference("businessunit", parent) });

    private static Guid User(World world, string name, Guid unit, string role)
    {
        var user = world.Service.Create(new Entity("systemuser")
        {
            ["lastname"] = name,
            ["domainname"] = name,
            ["businessunitid"] = new EntityReference("businessunit", unit),
        });
        world.Dataverse.AssignRole(user, role);
        return user;
    }
}
