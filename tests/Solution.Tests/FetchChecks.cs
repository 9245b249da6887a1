using System;
using System.Collections.Generic;
using System.Globalization;
using System.Linq;
using System.Xml.Linq;

namespace CrmAddon.Solution.Tests;

/// <summary>What is wrong with a FetchXML query by the metadata: columns that don't exist, values that are no options, comparisons of unlike columns.</summary>
internal sealed class FetchChecks(Metadata metadata)
{
    public static FetchChecks Installed { get; } = new(Metadata.Installed);

    private static readonly string[] OfEveryTable = ["createdby", "createdon", "modifiedby", "modifiedon", "ownerid", "owningbusinessunit", "statecode", "statuscode"];

    public IEnumerable<string> Faults(XElement fetch)
    {
        var sources = fetch.Descendants().Where(e => e.Name.LocalName is "entity" or "link-entity")
            .ToDictionary(e => e.Attribute("alias")?.Value ?? "", e => e.Attribute("name")!.Value);
        foreach (var table in sources.Values.Where(t => !metadata.Tables.ContainsKey(t)))
            yield return "no table " + table;
        foreach (var link in fetch.Descendants("link-entity"))
        {
            var parent = link.Parent!.Attribute("name")!.Value;
            if (!Has(link.Attribute("name")!.Value, link.Attribute("from")!.Value) || !Has(parent, link.Attribute("to")!.Value))
                yield return "no such link: " + link.Attribute("alias")?.Value;
        }

        foreach (var (element, column) in Named(fetch))
            if (!Has(Source(element, sources), column))
                yield return "no column " + column;
        foreach (var condition in fetch.Descendants("condition"))
            foreach (var fault in Faults(condition, sources))
                yield return fault;
    }

    private IEnumerable<string> Faults(XElement condition, Dictionary<string, string> sources)
    {
        var name = condition.Attribute("attribute")!.Value;
        if (Column(Source(condition, sources), name) is not { } column)
            yield break;
        if (condition.Attribute("valueof")?.Value is { } other)
        {
            var parts = other.Split('.');
            var compared = parts.Length == 2
                ? sources.TryGetValue(parts[0], out var linked) ? Column(linked, parts[1]) : null
                : Column(Source(condition, sources), other);
            if (compared?.Type != column.Type)
                yield return name + " is compared with " + other;
        }

        var operation = condition.Attribute("operator")!.Value;
        if (operation is "eq-userid" && column.Type is not ("lookup" or "owner"))
            yield return name + " is no user";
        if (operation.EndsWith("-days", StringComparison.Ordinal) && column.Type != "datetime")
            yield return name + " is no date";
        if (operation == "like" && column.Type != "nvarchar")
            yield return name + " is no text to search in";
        if (operation == "like" && column.Value("IsSecured") == "1")
            yield return name + " is secured: a search in it fails for most";
        foreach (var value in Values(condition))
            if (Options(column) is { Count: > 0 } options && !options.Contains(value))
                yield return name + " has no option " + value;
    }

    private static IEnumerable<(XElement Element, string Column)> Named(XElement fetch) => fetch.Descendants().SelectMany(e => e.Name.LocalName switch
    {
        "attribute" => [(e, e.Attribute("name")!.Value)],
        "order" when e.Attribute("attribute") is { } column => [(e, column.Value)],
        "condition" => [(e, e.Attribute("attribute")!.Value)],
        _ => Array.Empty<(XElement, string)>(),
    });

    private static string Source(XElement element, Dictionary<string, string> sources) =>
        element.Attribute("entityname") is { } alias
            ? sources.GetValueOrDefault(alias.Value, "")
            : element.Ancestors().First(e => e.Name.LocalName is "entity" or "link-entity").Attribute("name")!.Value;

    private bool Has(string table, string column) => Column(table, column) is not null
        || (!table.StartsWith("cov_", StringComparison.Ordinal) && OfEveryTable.Contains(column));

    private Column? Column(string table, string column) =>
        metadata.Tables.TryGetValue(table, out var found) ? found.Columns.GetValueOrDefault(column) : null;

    private static IEnumerable<string> Values(XElement condition) =>
        condition.Elements("value").Select(v => v.Value).Concat(condition.Attributes("value").Select(v => v.Value)).Where(v => v != "{0}");

    private HashSet<string> Options(Column column) => column.Type switch
    {
        "picklist" when metadata.Choices.TryGetValue(column.Value("OptionSetName"), out var options) =>
            [.. options.Select(o => o.Value.ToString(CultureInfo.InvariantCulture))],
        "state" or "status" => [.. column.Xml.Descendants().Where(e => e.Name.LocalName is "state" or "status").Select(e => e.Attribute("value")!.Value)],
        "bit" => ["0", "1"],
        _ => [],
    };
}
