using System;
using System.Collections.Generic;
using System.Globalization;
using System.IO;
using System.Linq;
using System.Xml;
using System.Xml.Linq;

namespace CrmAddon.Local.Metadata.Reading;

/// <summary>Reads solution files so that every complaint can name its line.</summary>
internal static class SolutionXml
{
    // The largest customizations.xml seen in the wild have some tens of millions of characters.
    private const long LongestDocument = 200_000_000;

    // The library's documents grow with the square of the depth. Forms and ribbons, the deepest files, stay below a hundred.
    private const int Deepest = 500;
    private const int SurelyShallow = 16_384;

    /// <exception cref="SolutionException">No readable XML; the message has file and line.</exception>
    public static XElement Load(SolutionFile file)
    {
        var path = file.Place;
        try
        {
            using var stream = file.Open();
            if (stream.Length > SurelyShallow)
            {
                using var ahead = XmlReader.Create(stream, Settings());
                CheckDepth(ahead, path);
                stream.Position = 0;
            }

            using var reader = XmlReader.Create(stream, WithoutIndentation());
            var document = XDocument.Load(reader, LoadOptions.SetLineInfo);
            document.AddAnnotation(new SourceFile(path));
            return document.Root!;
        }
        catch (XmlException e)
        {
            throw new SolutionException($"{new SourcePlace(path, e.LineNumber)}: can't be read: {e.Message}", e);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException or UriFormatException or ArgumentException)
        {
            throw new SolutionException($"{path}: can't be read: {e.Message}", e);
        }
    }

    /// <exception cref="SolutionException">Elements are nested deeper than any solution's.</exception>
    public static void CheckDepth(XmlReader reader, string path)
    {
        while (reader.Read())
        {
            if (reader.Depth > Deepest)
            {
                throw new SolutionException($"{new SourcePlace(path, ((IXmlLineInfo)reader).LineNumber)}: elements are nested deeper than {Deepest}, which no export does: the file is not read.");
            }
        }
    }

    /// <summary>XML inside XML.</summary>
    public static XElement Parse(string text)
    {
        using var reader = XmlReader.Create(new StringReader(text), WithoutIndentation());
        return XDocument.Load(reader).Root!;
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

    /// <summary>A number that stands for a member of an enumeration; the first member where it is missing.</summary>
    public static T Numbered<T>(this XElement element, string child)
        where T : struct, Enum
    {
        var value = (T)Enum.ToObject(typeof(T), element.Number(child) ?? 0);
        return Enum.IsDefined(value)
            ? value
            : throw element.Child(child)!.Error($"'{element.Text(child)}' is none of the values of {child}: {string.Join(", ", Enum.GetValues<T>().Select(v => $"{v:D} ({v})"))}.");
    }

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
    public static string? Label(this XElement? labels) => labels.Text()?.Text;

    /// <summary>The texts in every language, or null.</summary>
    public static LocalText? Text(this XElement? labels)
    {
        List<(int, string)>? all = null;
        foreach (var label in labels?.Elements() ?? [])
        {
            if (label.Attribute("description") is { } text)
            {
                (all ??= new(1)).Add((int.TryParse(label.Attribute("languagecode")?.Value, CultureInfo.InvariantCulture, out var code) ? code : 0, text.Value));
            }
        }

        return all is null ? null : new LocalText { All = all };
    }

    public static SourcePlace Place(this XElement element) =>
        new(element.Document?.Annotation<SourceFile>()?.Path, ((IXmlLineInfo)element).LineNumber);

    public static SolutionException Error(this XElement element, string message) => new($"{element.Place()}: {message}");

    // Solution files come from strangers: nothing outside the file is read, and nothing expands.
    public static XmlReaderSettings Settings() => new()
    {
        DtdProcessing = DtdProcessing.Prohibit,
        XmlResolver = null,
        MaxCharactersInDocument = LongestDocument,
        IgnoreComments = true,
        IgnoreProcessingInstructions = true,
    };

    /// <summary>For files that people read: line breaks between elements mean nothing.</summary>
    private static XmlReaderSettings WithoutIndentation()
    {
        var settings = Settings();
        settings.IgnoreWhitespace = true;
        return settings;
    }

    private static int ParseNumber(XElement element, string text) =>
        int.TryParse(text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var number)
            ? number
            : throw element.Error($"'{text}' is not a whole number.");

    // The library's own base addresses are searched upwards for each element: a deep file would take for ever.
    private sealed record SourceFile(string Path);
}
