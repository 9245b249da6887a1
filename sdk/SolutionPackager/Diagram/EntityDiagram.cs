using System;
using System.Collections.Generic;
using System.Linq;

namespace CrmAddon.SolutionPackager.Diagram;

/// <summary>The tables of a solution and its lookups between them, as a diagram in Mermaid's language.</summary>
public static class EntityDiagram
{
    /// <summary>One line for each lookup of the publisher's own columns, from the table that is referred to, under its role: the column's name without prefix and ending.</summary>
    /// <param name="files">The unpacked solution.</param>
    /// <param name="without">Tables that nearly every row refers to, which would hide the rest.</param>
    /// <exception cref="SolutionPackageException">The manifest or a file of relations is missing or not well-formed.</exception>
    public static IReadOnlyList<string> Of(SolutionFiles files, IEnumerable<string> without)
    {
        ArgumentNullException.ThrowIfNull(files);
        var prefix = files.Manifest.Xml.Descendants("CustomizationPrefix").Single().Value + "_";
        var hidden = without.ToHashSet(StringComparer.OrdinalIgnoreCase);
        var lines =
            from path in files.Paths
            where path.StartsWith("Other/Relationships/", StringComparison.Ordinal)
            from relation in files.Xml(path).Root!.Elements("EntityRelationship")
            let column = Lower(relation.Element("ReferencingAttributeName")?.Value)
            let to = Lower(relation.Element("ReferencedEntityName")?.Value)
            where column.StartsWith(prefix, StringComparison.Ordinal) && !hidden.Contains(to)
            select (To: to, From: Lower(relation.Element("ReferencingEntityName")?.Value), Role: Role(column[prefix.Length..]));
        return [.. lines.Order().Select(l => $"  {l.To} ||--o{{ {l.From} : {l.Role}").Prepend("erDiagram")];
    }

    private static string Role(string column) => column.EndsWith("id", StringComparison.Ordinal) ? column[..^2] : column;

    private static string Lower(string? name) => (name ?? "").ToLowerInvariant();
}
