using System.Xml.Linq;
using CrmAddon.Local.WebApi.Schema;

namespace CrmAddon.Local.WebApi.Queries;

/// <summary>Joins the rows of a collection-valued navigation property.</summary>
internal static class CollectionLink
{
    /// <summary>The link from the scope's rows, and within it the link that stands for the collection's rows; they are the same but in many-to-many relations.</summary>
    public static (XElement Outer, XElement Inner) Make(FilterScope scope, CollectionNavigation collection, string type)
    {
        var own = scope.Table.Table.PrimaryId.Name;
        if (collection.Intersect is not { } intersect)
        {
            var link = Link(collection.Target, collection.ChildColumn!, own, type, scope.Names);
            return (link, link);
        }

        var outer = Link(intersect.Table, intersect.Here, own, type, scope.Names);
        var inner = Link(collection.Target, scope.Schema.Table(collection.Target).Table.PrimaryId.Name, intersect.There, "inner", scope.Names);
        outer.Add(inner);
        return (outer, inner);
    }

    private static XElement Link(string table, string from, string to, string type, AliasNames names) => new(
        "link-entity",
        new XAttribute("name", table),
        new XAttribute("from", from),
        new XAttribute("to", to),
        new XAttribute("link-type", type),
        new XAttribute("alias", names.Next()));
}
