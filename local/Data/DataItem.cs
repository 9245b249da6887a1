using System;
using System.Xml;
using System.Xml.Linq;
using CrmAddon.Local.Metadata;

namespace CrmAddon.Local.Data;

/// <summary>A row (<c>record</c>) of a data file, or the rows that one row is paired with (<c>m2mrelationship</c>).</summary>
internal sealed record DataItem(string Table, XElement Xml, bool IsRow, string File)
{
    /// <exception cref="SolutionException">The row has no id.</exception>
    public Guid Id
    {
        get
        {
            var attribute = IsRow ? "id" : "sourceid";
            return Guid.TryParse(Xml.Attribute(attribute)?.Value, out var id)
                ? id
                : throw Error(Xml, $"<{Xml.Name.LocalName}> of the table {Table} has no unique identifier in its attribute {attribute}.");
        }
    }

    public SourcePlace Place(XElement element) => new(File, ((IXmlLineInfo)element).LineNumber);

    public SolutionException Error(XElement element, string message, Exception? inner = null) =>
        inner is null ? new SolutionException($"{Place(element)}: {message}") : new SolutionException($"{Place(element)}: {message}", inner);
}
