using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using System.Xml;
using System.Xml.Linq;
using CrmAddon.Local.Metadata;
using CrmAddon.Local.Metadata.Reading;

namespace CrmAddon.Local.Data;

/// <summary>
/// Rows in the format of Microsoft's Configuration Migration tool: data.xml and, beside it, data_schema.xml; in a folder, or in the zip file
/// that the tool writes. The data is streamed, whatever its size.
/// <see href="https://learn.microsoft.com/power-platform/admin/manage-configuration-data">Move configuration data</see>
/// </summary>
internal sealed class DataPackage
{
    private const string DataFile = "data.xml";
    private static readonly string[] SchemaFiles = ["data_schema.xml", "schema.xml"];

    private readonly string _path;
    private readonly bool _isZip;

    private DataPackage(string path, bool isZip)
    {
        _path = path;
        _isZip = isZip;
        Place = isZip ? $"{path}/{DataFile}" : Path.Combine(path, DataFile);
    }

    /// <summary>The data file's name in messages.</summary>
    public string Place { get; }

    /// <exception cref="SolutionException">There is no data.</exception>
    public static DataPackage Open(string path)
    {
        if (Directory.Exists(path))
        {
            return File.Exists(Path.Combine(path, DataFile))
                ? new DataPackage(path, isZip: false)
                : throw new SolutionException($"{path}: there is no {DataFile} of the Configuration Migration tool in this folder.");
        }

        if (!File.Exists(path))
        {
            throw new SolutionException($"{path}: there is no such data folder or file.");
        }

        if (!path.EndsWith(".zip", StringComparison.OrdinalIgnoreCase))
        {
            throw new SolutionException($"{path}: data is a folder with {DataFile}, or the zip file of the Configuration Migration tool.");
        }

        return new DataPackage(path, isZip: true);
    }

    /// <summary>Tables whose rows are loaded without running their steps.</summary>
    public IReadOnlySet<string> WithoutSteps()
    {
        foreach (var name in SchemaFiles)
        {
            if (Root(name) is { } schema)
            {
                return schema.Descendants()
                    .Where(e => e.Name.LocalName == "entity" && e.Attribute("disableplugins")?.Value is "true" or "True" or "1")
                    .Select(e => e.RequiredAttribute("name").ToLowerInvariant())
                    .ToHashSet(StringComparer.Ordinal);
            }
        }

        return new HashSet<string>();
    }

    /// <summary>Rows and pairs of rows, in the order of the file.</summary>
    /// <exception cref="SolutionException">The file is no XML, or not of this format.</exception>
    public IEnumerable<DataItem> Items()
    {
        CheckDepth();
        using var stream = OpenStream(DataFile) ?? throw new SolutionException($"{_path}: there is no {DataFile} in it.");
        using var reader = XmlReader.Create(stream, SolutionXml.Settings());
        string? table = null;
        while (Advance(reader))
        {
            if (reader.NodeType != XmlNodeType.Element)
            {
                continue;
            }

            switch (reader.LocalName)
            {
                case "entity":
                    table = reader.GetAttribute("name")?.ToLowerInvariant();
                    break;
                case "record" or "m2mrelationship":
                    var isRow = reader.LocalName == "record";
                    var element = Element(reader);
                    yield return new DataItem(table ?? "", element, isRow, Place);
                    break;
            }
        }
    }

    private void CheckDepth()
    {
        using var stream = OpenStream(DataFile);
        if (stream is null)
        {
            return;
        }

        try
        {
            using var reader = XmlReader.Create(stream, SolutionXml.Settings());
            SolutionXml.CheckDepth(reader, Place);
        }
        catch (XmlException e)
        {
            throw NoXml(e);
        }
    }

    private XElement Element(XmlReader reader)
    {
        try
        {
            using var inner = reader.ReadSubtree();
            return XElement.Load(inner, LoadOptions.SetLineInfo);
        }
        catch (XmlException e)
        {
            throw NoXml(e);
        }
    }

    private bool Advance(XmlReader reader)
    {
        try
        {
            return reader.Read();
        }
        catch (XmlException e)
        {
            throw NoXml(e);
        }
    }

    private SolutionException NoXml(XmlException e) => new($"{new SourcePlace(Place, e.LineNumber)}: can't be read: {e.Message}", e);

    private XElement? Root(string name)
    {
        using var stream = OpenStream(name);
        if (stream is null)
        {
            return null;
        }

        try
        {
            using var reader = XmlReader.Create(stream, SolutionXml.Settings());
            return XDocument.Load(reader, LoadOptions.SetLineInfo).Root;
        }
        catch (XmlException e)
        {
            throw new SolutionException($"{new SourcePlace(_isZip ? $"{_path}/{name}" : Path.Combine(_path, name), e.LineNumber)}: can't be read: {e.Message}", e);
        }
    }

    private Stream? OpenStream(string name)
    {
        try
        {
            if (!_isZip)
            {
                var path = Path.Combine(_path, name);
                return File.Exists(path) ? File.OpenRead(path) : null;
            }

            return ZippedFile.Open(_path, name);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException or InvalidDataException)
        {
            throw new SolutionException($"{_path}: can't be read: {e.Message}", e);
        }
    }
}
