using System;
using System.Globalization;
using System.IO;
using System.Linq;
using System.Xml;
using System.Xml.Linq;

namespace CrmAddon.Local.Metadata.Reading;

/// <summary>Reads solution files so that every complaint can name its line.</summary>
internal static class SolutionXml
{
    public static XElement Load(string path)
    {
        try
        {
            var document = XDocument.Load(path, LoadOptions.SetLineInfo | LoadOptions.SetBaseUri);
            return document.Root!;
        }
        catch (Exception e) when (e is XmlException or IOException or UnauthorizedAccessException)
        {
            throw new SolutionException($"{path}: can't be read: {e.Message}", e);
        }
    }

    /// <summary>The child with this name whatever its case and namespace (exports differ between releases).</summary>
    public static XElement? Child(this XElement element, string name) =>
        element.Elements().FirstOrDefault(e => e.Name.LocalName.Equals(name, StringComparison.OrdinalIgnoreCase));

    public static string? Text(this XElement element, string child)
    {
        var text = element.Child(child)?.Value.Trim();
        return string.IsNullOrEmpty(text) ? null : text;
    }

    public static string RequiredText(this XElement element, string child) =>
        element.Text(child) ?? throw element.Error($"<{element.Name.LocalName}> has no <{child}>.");

    public static string RequiredAttribute(this XElement element, string attribute) =>
        element.Attribute(attribute)?.Value ?? throw element.Error($"<{element.Name.LocalName}> has no attribute {attribute}.");

    public static Guid IdAttribute(this XElement element, string attribute)
    {
        var text = element.RequiredAttribute(attribute);
        return Guid.TryParse(text, out var id) ? id : throw element.Error($"'{text}' is no unique identifier.");
    }

    public static int? Number(this XElement element, string child)
    {
        var text = element.Text(child);
        return text is null ? null : ParseNumber(element.Child(child)!, text);
    }

    public static int RequiredNumberAttribute(this XElement element, string attribute) =>
        ParseNumber(element, element.RequiredAttribute(attribute));

    /// <summary>A bound of a column. Bounds are written as doubles; what a decimal can't hold is no bound.</summary>
    public static decimal? Bound(this XElement element, string child)
    {
        var text = element.Text(child);
        if (text is null)
        {
            return null;
        }

        if (decimal.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out var bound))
        {
            return bound;
        }

        return double.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out _)
            ? null
            : throw element.Child(child)!.Error($"'{text}' is not a number.");
    }

    public static bool Flag(this XElement element, string child, bool otherwise = false) =>
        element.Text(child) is { } text ? text is "1" or "true" or "True" : otherwise;

    /// <summary>The English label, or the first one.</summary>
    public static string? Label(this XElement? labels)
    {
        if (labels is null)
        {
            return null;
        }

        var all = labels.Elements().Where(e => e.Attribute("description") is not null).ToList();
        var label = all.Find(e => e.Attribute("languagecode")?.Value == "1033") ?? all.FirstOrDefault();
        return label?.Attribute("description")!.Value;
    }

    public static SourcePlace Place(this XElement element) =>
        new(PathOf(element.BaseUri), ((IXmlLineInfo)element).LineNumber);

    public static SolutionException Error(this XElement element, string message) => new($"{element.Place()}: {message}");

    private static int ParseNumber(XElement element, string text) =>
        int.TryParse(text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var number)
            ? number
            : throw element.Error($"'{text}' is not a whole number.");

    private static string PathOf(string uri) =>
        Uri.TryCreate(uri, UriKind.Absolute, out var absolute) && absolute.IsFile ? absolute.LocalPath : uri;
}
