using System;
using System.Collections.Generic;
using System.Linq;
using System.Xml.Linq;
using CrmAddon.Local.Metadata.Reading;

namespace CrmAddon.Local.Solutions.Components;

/// <summary>A component of a solution that an environment keeps as a row: a form, a view, an app, ...</summary>
/// <param name="Table">Logical name of the table.</param>
/// <param name="Id">The row's id.</param>
/// <param name="File">The file that holds it.</param>
internal sealed record Component(string Table, Guid Id, SolutionFile File)
{
    /// <summary>Values by column: what is given as text becomes what the column holds.</summary>
    public Dictionary<string, object?> Values { get; } = new(StringComparer.Ordinal);

    /// <summary>Logical name of the table that it is a part of, as forms and views are; null: it stands by itself.</summary>
    public string? Of { get; init; }

    /// <summary>Takes the elements that hold one value; what the table has no column for is left out later.</summary>
    public Component With(XElement element)
    {
        foreach (var child in element.Elements().Where(e => !e.HasElements))
        {
            var text = child.Value.Trim();
            Values[child.Name.LocalName.ToLowerInvariant()] = text.Length == 0 ? null : text;
        }

        return this;
    }

    public Component With(string column, object? value)
    {
        Values[column] = value;
        return this;
    }

    /// <summary>Takes labels as the name and the description.</summary>
    public Component Named(XElement element, string column = "name")
    {
        if (element.Child("LocalizedNames").Label() is { } name)
        {
            Values[column] = name;
        }

        if (element.Child("Descriptions").Label() is { } description)
        {
            Values["description"] = description;
        }

        return this;
    }

    /// <summary>Takes XML inside the XML, as the environment keeps it: without line breaks between elements.</summary>
    public Component WithXml(string column, XElement? element) => With(column, element?.ToString(SaveOptions.DisableFormatting));
}
