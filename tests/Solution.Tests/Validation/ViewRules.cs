using System.Collections.Generic;
using System.Linq;

namespace CrmAddon.Solution.Tests.Validation;

/// <summary>Views and charts: queries that the metadata can answer, and only what they fetch is shown; whoever owns rows finds his own; no sum mixes currencies.</summary>
internal static class ViewRules
{
    public static IEnumerable<Finding> Check(Installation s)
    {
        var queries = new FetchChecks(s.Installed);
        foreach (var (path, _, view) in s.Views)
        {
            var fetch = view.Element("fetchxml")?.Element("fetch");
            if (fetch is null)
            {
                yield return new(path, "has no query");
                continue;
            }

            foreach (var fault in queries.Faults(fetch))
                yield return Finding.At(path, fetch, fault);
            var fetched = fetch.Descendants("attribute").Select(a => (a.Parent!.Attribute("alias")?.Value is { } alias && a.Parent.Name.LocalName == "link-entity" ? alias + "." : "") + a.Attribute("name")?.Value).ToHashSet();
            foreach (var cell in view.Descendants("cell").Where(c => !fetched.Contains(c.Attribute("name")?.Value ?? "")))
                yield return Finding.At(path, cell, $"shows {cell.Attribute("name")?.Value}, which it does not fetch");
        }

        foreach (var table in s.Solution.Tables.Values.Where(t => t.IsOurs && t.IsUserOwned))
        {
            if (!s.Views.Any(v => v.Table.Name == table.Name && v.Xml.Descendants("condition").Any(c => c.Attribute("operator")?.Value == "eq-userid")))
                yield return new(table.Path, "belongs to users, but no view shows a user his own rows");
        }

        foreach (var (path, table, chart) in s.Charts)
        {
            foreach (var fetch in chart.Descendants("fetch"))
            {
                var attributes = fetch.Descendants("attribute").ToList();
                foreach (var sum in attributes.Where(a => a.Attribute("aggregate")?.Value == "sum" && IsAmountOfItsOwnCurrency(table, a.Attribute("name")?.Value ?? "")
                    && !attributes.Any(g => g.Attribute("name")?.Value == "transactioncurrencyid" && g.Attribute("groupby")?.Value == "true")))
                    yield return Finding.At(path, sum, $"adds up {table.Name}.{sum.Attribute("name")!.Value} over currencies: it is no money column, which the platform sums in base currency");
                foreach (var fault in queries.Faults(fetch))
                    yield return Finding.At(path, fetch, fault);
                var fetched = fetch.Descendants("attribute").Select(a => a.Attribute("alias")?.Value).ToHashSet();
                foreach (var shown in chart.Descendants().Where(e => e.Name.LocalName is "category" or "measure" && !fetched.Contains(e.Attribute("alias")?.Value)))
                    yield return Finding.At(path, shown, $"{shown.Name.LocalName} {shown.Attribute("alias")?.Value} is not fetched");
            }
        }
    }

    /// <summary>Amounts with more places than money has: plain numbers beside a currency.</summary>
    private static bool IsAmountOfItsOwnCurrency(Table table, string column) =>
        table.Columns.ContainsKey("transactioncurrencyid") && table.Columns.GetValueOrDefault(column)?.Type == "decimal";
}
