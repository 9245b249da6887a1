using System.IO;
using System.Text;
using System.Xml;
using System.Xml.Linq;

namespace CrmAddon.SolutionPackager;

/// <summary>
/// How XML is read and written: indented by two, lines end with LF, none after the last tag, an element that is empty text stays written in two
/// tags. Files of the folder begin with a byte order mark, parts of the package do not.
/// </summary>
internal static class SolutionXml
{
    internal static readonly XName InstanceNamespace = XNamespace.Xmlns + "xsi";

    private static readonly XmlReaderSettings Reading = new() { DtdProcessing = DtdProcessing.Prohibit, XmlResolver = null, IgnoreWhitespace = true };

    private static readonly XmlWriterSettings Parts = Settings(withMark: false);
    private static readonly XmlWriterSettings Files = Settings(withMark: true);

    public static XDocument Read(string path, byte[] content)
    {
        try
        {
            using var stream = new MemoryStream(content);
            using var reader = XmlReader.Create(stream, Reading);
            return XDocument.Load(reader, LoadOptions.SetLineInfo);
        }
        catch (XmlException e)
        {
            throw new SolutionPackageException($"{path} is no well-formed XML: {e.Message}", e);
        }
    }

    /// <summary>A part of the package.</summary>
    public static byte[] WritePart(XDocument document) => Write(document, Parts);

    /// <summary>A file of the folder.</summary>
    public static byte[] WriteFile(XElement root) => Write(new XDocument(root), Files);

    /// <summary>A file of the folder.</summary>
    public static byte[] WriteFile(XDocument document) => Write(document, Files);

    /// <summary>As the root of a file of its own: with the namespace that the whole document declares once.</summary>
    public static XElement AsRoot(XElement part)
    {
        var root = new XElement(part);
        root.Add(new XAttribute(InstanceNamespace, "http://www.w3.org/2001/XMLSchema-instance"));
        return root;
    }

    /// <summary>As a part of the whole document, which declares the namespace.</summary>
    public static XElement AsPart(XElement root)
    {
        var part = new XElement(root);
        part.Attribute(InstanceNamespace)?.Remove();
        return part;
    }

    private static byte[] Write(XDocument document, XmlWriterSettings settings)
    {
        using var stream = new MemoryStream();
        using (var writer = XmlWriter.Create(stream, settings))
        {
            document.Save(writer);
        }

        return stream.ToArray();
    }

    private static XmlWriterSettings Settings(bool withMark) => new()
    {
        Encoding = new UTF8Encoding(encoderShouldEmitUTF8Identifier: withMark),
        Indent = true,
        IndentChars = "  ",
        NewLineChars = "\n",
        NewLineHandling = NewLineHandling.Entitize,
    };
}
