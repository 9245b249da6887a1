using System;
using System.Collections.Generic;
using System.Globalization;
using System.IO;
using System.Linq;
using CrmAddon.Local;
using Microsoft.VisualStudio.TestTools.UnitTesting;
using Microsoft.Xrm.Sdk;
using Microsoft.Xrm.Sdk.Query;

namespace CrmAddon.EndToEnd.Tests;

/// <summary>What a database holds, as text lines that can be compared.</summary>
public static class Books
{
    private static readonly string[] Tables =
    [
        "account", "opportunity", "opportunityclose", "product",
        "cov_partner", "cov_program", "cov_ruleversion", "cov_dealregistration", "cov_dealpartner", "cov_engagement", "cov_split",
        "cov_usage", "cov_workitem", "cov_entry", "cov_ruling", "cov_period", "cov_statement", "cov_notification",
    ];

    // What names a row or a moment of one database, or how often it was tried there, and means nothing in another one.
    private static readonly string[] OfOneDatabase =
        ["createdon", "modifiedon", "versionnumber", "cov_hash", "cov_previoushash", "cov_requestedon", "cov_startedon", "cov_issuedon", "cov_closedon",
         "cov_publishedon", "cov_senton", "cov_attempts", "cov_claimedby", "cov_claimeduntil", "cov_notbefore", "cov_externalid", "cov_inputs", "cov_derivation", "cov_result"];

    /// <summary>Everything but ids and moments: equal for two databases in which the same happened.</summary>
    public static string Content(string database) => Dump(database, row => Line(row, OfOneDatabase, ids: false));

    /// <summary>Everything, with row versions: equal only if not one row was written.</summary>
    public static string Everything(string database) => Dump(database, row => Line(row, [], ids: true));

    /// <summary>Fails with the lines that only one of the two has; whole books in a message would hide them.</summary>
    public static void AssertSame(string expected, string actual)
    {
        string[] before = expected.Split('\n');
        string[] after = actual.Split('\n');
        IEnumerable<string> differences = before.Except(after).Select(line => "- " + line).Concat(after.Except(before).Select(line => "+ " + line));
        Assert.IsTrue(expected == actual, $"{before.Length} rows became {after.Length}:\n" + string.Join('\n', differences.Take(20)));
    }

    private static string Dump(string database, Func<Entity, string> line)
    {
        using LocalDataverse dataverse = Open(database);
        IOrganizationService service = dataverse.CreateService();
        return string.Join('\n', Tables.SelectMany(table => Rows(service, table).Select(row => table + " " + line(row)).Order(StringComparer.Ordinal)));
    }

    public static LocalDataverse Open(string database) => LocalDataverse.Open(new LocalDataverseOptions
    {
        DatabasePath = database,
        SolutionFolders = [Path.Combine(AppContext.BaseDirectory, "base"), Path.Combine(AppContext.BaseDirectory, "solution")],
        PluginAssemblies = [Path.Combine(AppContext.BaseDirectory, "plugins", "CrmAddon.Plugins.dll")],
    });

    private static IEnumerable<Entity> Rows(IOrganizationService service, string table)
    {
        var query = new QueryExpression(table) { ColumnSet = new ColumnSet(true), PageInfo = new PagingInfo { PageNumber = 1, Count = 5000 } };
        query.AddOrder(table == "opportunityclose" ? "activityid" : table + "id", OrderType.Ascending);
        EntityCollection page;
        do
        {
            page = service.RetrieveMultiple(query);
            foreach (Entity row in page.Entities)
            {
                yield return row;
            }

            query.PageInfo.PageNumber++;
            query.PageInfo.PagingCookie = page.PagingCookie;
        }
        while (page.MoreRecords);
    }

    private static string Line(Entity row, string[] without, bool ids) => string.Join(" | ", row.Attributes
        .Where(column => !without.Contains(column.Key) && (ids || !IsId(row, column)))
        .OrderBy(column => column.Key, StringComparer.Ordinal)
        .Select(column => column.Key + "=" + Text(column.Value, ids)));

    private static bool IsId(Entity row, KeyValuePair<string, object?> column) =>
        column.Value is Guid || (row.LogicalName == "cov_ruling" && column.Key == "cov_name") || (row.LogicalName == "cov_dealregistration" && column.Key == "cov_number");

    private static string Text(object? value, bool ids) => value switch
    {
        EntityReference reference => ids ? reference.Id.ToString() : reference.LogicalName + ":" + (reference.LogicalName == "cov_ruling" ? "" : reference.Name),
        OptionSetValue choice => choice.Value.ToString(CultureInfo.InvariantCulture),
        Money money => money.Value.ToString("0.00##", CultureInfo.InvariantCulture),
        DateTime moment => moment.ToString("O", CultureInfo.InvariantCulture),
        // Keys carry the ids of their subjects; without them a row's other columns tell what it is.
        string text when !ids => WithoutGuids(text),
        IFormattable formattable => formattable.ToString(null, CultureInfo.InvariantCulture),
        _ => value?.ToString() ?? "",
    };

    private static string WithoutGuids(string text) => string.Join('|', text.Split('|').Select(part => Guid.TryParse(part, out _) ? "*" : part));
}
