using System.Collections.Generic;
using System.Linq;

namespace CrmAddon.Solution.Tests.Validation;

/// <summary>Views and charts: queries that the metadata can answer, and only what they fetch is shown.</summary>
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

        foreach (var (path, _, chart) in s.Charts)
        {
            foreach (var fetch in chart.Descendants("fetch"))
            {
                foreach (var fault in queries.Faults(fetch))
                    yield return Finding.At(path, fetch, fault);
                var fetched = fetch.Descendants("attribute").Select(a => a.Attribute("alias")?.Value).ToHashSet();
                foreach (var shown in chart.Descendants().Where(e => e.Name.LocalName is "category" or "measure" && !fetched.Contains(e.Attribute("alias")?.Value)))
                    yield return Finding.At(path, shown, $"{shown.Name.LocalName} {shown.Attribute("alias")?.Value} is not fetched");
            }
        }
    }
}
