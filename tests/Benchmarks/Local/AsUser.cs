using System;
using System.Collections.Generic;
using System.Linq;
using CrmAddon.Local;
using Microsoft.Crm.Sdk.Messages;
using Microsoft.Xrm.Sdk;
using Microsoft.Xrm.Sdk.Messages;
using Microsoft.Xrm.Sdk.Query;

namespace CrmAddon.Benchmarks.Local;

/// <summary>What roles and depth cost: the big table as a user sees it who owns 1,000 of its rows, beside the system user.</summary>
internal static class AsUser
{
    private const int Own = 1000;

    public static void Measure(LocalDataverse dataverse, IOrganizationService system, IReadOnlyList<Guid> accounts, int rows)
    {
        var basic = User(dataverse, system, "Basic", PrivilegeDepth.Basic);
        var local = User(dataverse, system, "Local", PrivilegeDepth.Local);
        var global = User(dataverse, system, "Global", PrivilegeDepth.Global);
        foreach (var user in new[] { basic, local })
        {
            system.Execute(new CreateMultipleRequest
            {
                Targets = new EntityCollection([.. Enumerable.Range(rows, Own).Select(n => Owned(n, user, accounts))]) { EntityName = RowSource.Table },
            });
            rows += Own;
        }

        Page("all rows that the user may read, own depth", basic, string.Empty, Own);
        Page("all rows that the user may read, unit depth", local, string.Empty, Own);
        Page("rows of one account, own depth", basic, Account(accounts), Own / RowSource.Accounts);
        Page("rows of one account, organization depth", global, Account(accounts), Math.Min(5000, rows / RowSource.Accounts));
        Page("rows of one account, system user", dataverse.SystemUserId, Account(accounts), Math.Min(5000, rows / RowSource.Accounts));

        void Page(string what, Guid user, string body, int expected)
        {
            var service = dataverse.CreateService(user);
            var fetch = new FetchExpression($"<fetch><entity name='{RowSource.Table}'><attribute name='ben_name'/><attribute name='ben_code'/>{body}</entity></fetch>");
            Report.Time("as user: " + what, Report.Median(() => Enough(service.RetrieveMultiple(fetch).Entities.Count, expected)));
        }
    }

    private static string Account(IReadOnlyList<Guid> accounts) => $"<filter><condition attribute='ben_accountid' operator='eq' value='{accounts[7]}'/></filter>";

    private static Entity Owned(int number, Guid user, IReadOnlyList<Guid> accounts)
    {
        var row = RowSource.Row(number, accounts);
        row["ownerid"] = new EntityReference("systemuser", user);
        return row;
    }

    private static Guid User(LocalDataverse dataverse, IOrganizationService system, string name, PrivilegeDepth depth)
    {
        var unit = system.Create(new Entity("businessunit") { ["name"] = name });
        var user = system.Create(new Entity("systemuser")
        {
            ["lastname"] = name,
            ["domainname"] = name,
            ["businessunitid"] = new EntityReference("businessunit", unit),
        });
        var role = system.Create(new Entity("role") { ["name"] = name, ["businessunitid"] = new EntityReference("businessunit", unit) });
        var privileges = system.RetrieveMultiple(new QueryExpression("privilege")
        {
            ColumnSet = new ColumnSet("name"),
            Criteria = { Conditions = { new ConditionExpression("name", ConditionOperator.In, "prvReadben_Row", "prvReadAccount") } },
        }).Entities;
        system.Execute(new AddPrivilegesRoleRequest { RoleId = role, Privileges = [.. privileges.Select(p => new RolePrivilege((int)depth, p.Id))] });
        dataverse.AssignRole(user, name);
        return user;
    }

    private static void Enough(int rows, int expected)
    {
        if (rows < expected)
        {
            throw new InvalidOperationException(FormattableString.Invariant($"{rows} rows came back, at least {expected} were expected."));
        }
    }
}
