using System.IO;
using System.Text;
using System.Xml;
using System.Xml.Linq;

namespace CrmAddon.Local.Solutions;

/// <summary>XML files of a package as SolutionPackager writes them.</summary>
internal static class PackageXml
{
    public static XDocument Read(byte[] file)
    {
        using var reader = XmlReader.Create(new MemoryStream(file, writable: false), new XmlReaderSettings { DtdProcessing = DtdProcessing.Prohibit, XmlResolver = null, IgnoreWhitespace = true });
        return XDocument.Load(reader);
    }

    /// <param name="document">What is written.</param>
    /// <param name="asFragment">Whether the file has no XML declaration, as files of newer kinds of component.</param>
    public static byte[] Write(XDocument document, bool asFragment = false)
    {
        using var stream = new MemoryStream();
        using (var writer = XmlWriter.Create(stream, new XmlWriterSettings
        {
            Encoding = new UTF8Encoding(encoderShouldEmitUTF8Identifier: false),
            Indent = true,
            IndentChars = "  ",
            NewLineChars = "\n",
            NewLineHandling = NewLineHandling.Entitize,
            OmitXmlDeclaration = asFragment,
        }))
        {
            document.Save(writer);
        }

        stream.WriteByte((byte)'\n');
        return stream.ToArray();
    }
}
