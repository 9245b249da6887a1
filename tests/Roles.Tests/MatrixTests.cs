using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using System.ServiceModel;
using Microsoft.Crm.Sdk.Messages;
using Microsoft.Xrm.Sdk;
using Microsoft.Xrm.Sdk.Query;

namespace CrmAddon.Roles.Tests;

/// <summary>The roles do what their page says: no more and no less.</summary>
[TestClass]
public sealed class MatrixTests
{
    private const int PrivilegeDenied = unchecked((int)0x80040220);
    private const int AccessDenied = unchecked((int)0x80048306);

    /// <summary>Standard tables whose rows can be made freely, so that every action can be tried on them.</summary>
    private static readonly string[] StandardTables = ["account", "contact", "opportunity", "product"];

    /// <summary>Where a row's owner stands, seen from the holder of the role, and the depths that reach him.</summary>
    private static readonly (string Place, string[] Depths)[] Places =
    [
        ("own row", ["Basic", "Local", "Global"]),
        ("row of a colleague", ["Local", "Global"]),
        ("row of the unit below", ["Global"]),
        ("row of another unit", ["Global"]),
    ];

    private static IEnumerable<string> Roles => RoleFiles.Names;

    [TestMethod]
    public void The_page_describes_every_role_and_no_other() =>
        CollectionAssert.AreEqual(RoleFiles.Names.ToList(), RolesPage.Read().Roles.Keys.Order(StringComparer.Ordinal).ToList());

    [TestMethod]
    [DynamicData(nameof(Roles))]
    public void A_roles_file_says_what_the_page_says(string role)
    {
        var promised = RolesPage.Read().Roles[role].Select(p => $"prv{p.Key.Action}{RoleFiles.Privileges[p.Key.Table]} {p.Value}");
        var carried = RoleFiles.Of(role).Select(p => $"{p.Key} {p.Value}");
        Assert.AreEqual(
            string.Join("\n", promised.Order(StringComparer.Ordinal)), string.Join("\n", carried.Order(StringComparer.Ordinal)));
    }

    [TestMethod]
    [DynamicData(nameof(Roles))]
    public void A_roles_holder_can_do_what_the_page_says_and_nothing_else(string role)
    {
        using var environment = new RoleEnvironment();
        Assert.AreEqual("", string.Join("\n", Differences(environment, role, RolesPage.Read().Roles[role])));
    }

    [TestMethod]
    public void A_page_that_promises_something_else_is_found_out()
    {
        const string Role = "Partner Programs - Sales Rep";
        using var environment = new RoleEnvironment();
        var page = RolesPage.Read().Roles[Role];
        page[("cov_entry", "Read")] = "Global";
        page[("cov_dealpartner", "Write")] = "Basic";
        page.Remove(("cov_split", "Read"));

        Assert.AreEqual(
            """
            cov_dealpartner: Write of a row of a colleague is possible
            cov_entry: Read of a row is refused
            cov_split: Read of a row is possible
            """.ReplaceLineEndings("\n"),
            string.Join("\n", Differences(environment, Role, page).Order(StringComparer.Ordinal)));
    }

    private static IEnumerable<string> Differences(
        RoleEnvironment environment, string role, Dictionary<(string Table, string Action), string> promised)
    {
        var holder = environment.User("holder", environment.North, role);
        Guid[] owners =
        [
            holder,
            environment.User("colleague", environment.North, "System Administrator"),
            environment.User("below", environment.Coast, "System Administrator"),
            environment.User("beside", environment.South, "System Administrator"),
        ];
        foreach (var table in RoleFiles.OwnTables.Concat(StandardTables))
        {
            var isUserOwned = environment.IsUserOwned(table);
            for (var place = 0; place < (isUserOwned ? Places.Length : 1); place++)
            {
                // A row that a user may not read can't be owned by him.
                if (isUserOwned && place == 0 && !promised.ContainsKey((table, "Read")))
                {
                    continue;
                }

                var trial = new Trial(environment, holder, table, isUserOwned ? owners[place] : null);
                foreach (var action in RolesPage.Actions)
                {
                    if (!isUserOwned && action is "Assign" or "Share")
                    {
                        continue;
                    }

                    var expected = promised.TryGetValue((table, action), out var depth)
                        && (!isUserOwned || Places[place].Depths.Contains(depth));
                    if (trial.Try(action) != expected)
                    {
                        yield return $"{table}: {action} of a {(isUserOwned ? Places[place].Place : "row")} is {(expected ? "refused" : "possible")}";
                    }
                }
            }
        }
    }

    /// <summary>Tries actions as the holder of a role on rows of one owner; each on a row of its own.</summary>
    private sealed class Trial(RoleEnvironment environment, Guid holder, string table, Guid? owner)
    {
        private readonly IOrganizationService _holder = environment.As(holder);
        private readonly string _name = environment.NameColumn(table);

        public bool Try(string action) => action switch
        {
            "Read" => Allowed(() => _holder.Retrieve(table, Row(), new ColumnSet(_name))),
            "Write" => Allowed(() => _holder.Update(new Entity(table, Row()) { [_name] = Text() })),
            "Delete" => Allowed(() => _holder.Delete(table, Row())),
            "Create" when owner is null || owner == holder => Allowed(() => _holder.Create(New())),
            "Assign" => Allowed(() => _holder.Update(new Entity(table, Row()) { ["ownerid"] = new EntityReference("systemuser", holder) }))
                && (owner == holder ? Right(AccessRights.AssignAccess) : true),
            "Share" => Allowed(() => _holder.Execute(new GrantAccessRequest
            {
                Target = new EntityReference(table, Row()),
                PrincipalAccess = new PrincipalAccess { Principal = new EntityReference("systemuser", holder), AccessMask = AccessRights.ReadAccess },
            })),
            "Create" => Right(AccessRights.CreateAccess),
            "Append" => Right(AccessRights.AppendAccess),
            "AppendTo" => Right(AccessRights.AppendToAccess),
            _ => throw new InvalidDataException(action),
        };

        private bool Right(AccessRights right) => ((RetrievePrincipalAccessResponse)environment.Service.Execute(new RetrievePrincipalAccessRequest
        {
            Principal = new EntityReference("systemuser", holder),
            Target = new EntityReference(table, Row()),
        })).AccessRights.HasFlag(right);

        private Guid Row()
        {
            var row = New();
            if (owner is { } user)
            {
                row["ownerid"] = new EntityReference("systemuser", user);
            }

            return environment.Service.Create(row);
        }

        private Entity New() => new(table) { [_name] = Text() };

        private static string Text() => Guid.NewGuid().ToString("N");

        private static bool Allowed(Action action)
        {
            try
            {
                action();
                return true;
            }
            catch (FaultException<OrganizationServiceFault> e) when (e.Detail.ErrorCode is PrivilegeDenied or AccessDenied)
            {
                return false;
            }
        }
    }
}
