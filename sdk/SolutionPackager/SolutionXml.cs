using System.IO;
using System.Text;
using System.Xml;
using System.Xml.Linq;

namespace CrmAddon.SolutionPackager;

/// <summary>
/// How XML is read and written: indented by two, lines end with LF, none after the last tag, no byte order mark, an element that is empty text
/// stays written in two tags.
/// </summary>
internal static class SolutionXml
{
    internal static readonly XName InstanceNamespace = XNamespace.Xmlns + "xsi";

    private static readonly XmlReaderSettings Reading = new() { DtdProcessing = DtdProcessing.Prohibit, XmlResolver = null, IgnoreWhitespace = true };

    private static readonly XmlWriterSettings Writing = new()
    {
        Encoding = new UTF8Encoding(encoderShouldEmitUTF8Identifier: false),
        Indent = true,
        IndentChars = "  ",
        NewLineChars = "\n",
        NewLineHandling = NewLineHandling.Entitize,
    };

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

    public static byte[] Write(XElement root) => Write(new XDocument(root));

    public static byte[] Write(XDocument document)
    {
        using var stream = new MemoryStream();
        using (var writer = XmlWriter.Create(stream, Writing))
        {
            document.Save(writer);
        }

        return stream.ToArray();
    }

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
}
