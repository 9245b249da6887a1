using System.Globalization;
using System.Linq;
using System.Xml.Linq;
using CrmAddon.Local.WebApi.Errors;
using CrmAddon.Local.WebApi.Schema;

namespace CrmAddon.Local.WebApi.Queries;

/// <summary>The rows that a filter speaks of: those of the query, or the members of a collection (<paramref name="Variable"/>).</summary>
/// <param name="Table">Their table.</param>
/// <param name="Element">The entity or link of FetchXML that stands for them.</param>
/// <param name="Variable">How a lambda expression calls them.</param>
/// <param name="Names">Gives names to joined tables.</param>
/// <param name="Schema">The tables.</param>
internal sealed record FilterScope(ApiTable Table, XElement Element, string? Variable, AliasNames Names, ApiSchema Schema)
{
    /// <summary>Joins the table that a single-valued navigation property leads to, once for each path.</summary>
    public (ApiTable Table, XElement Link) Follow(ApiTable from, XElement element, string navigation)
    {
        if (!from.Lookups.TryGetValue(navigation, out var lookup) || lookup.Target is null)
        {
            throw ApiErrors.UnknownProperty(navigation, from.Name);
        }

        var target = Schema.Table(lookup.Target);
        var link = element.Elements("link-entity").FirstOrDefault(l => l.Annotation<LookupNavigation>() == lookup);
        if (link is null)
        {
            link = new XElement(
                "link-entity",
                new XAttribute("name", target.Name),
                new XAttribute("from", target.Table.PrimaryId.Name),
                new XAttribute("to", lookup.Column.Name),
                new XAttribute("link-type", "outer"),
                new XAttribute("alias", Names.Next()));
            link.AddAnnotation(lookup);
            element.Add(link);
        }

        return (target, link);
    }
}

/// <summary>Names for the joined tables of one query.</summary>
internal sealed class AliasNames
{
    private int _count;

    public string Next() => string.Create(CultureInfo.InvariantCulture, $"n{++_count}");
}
