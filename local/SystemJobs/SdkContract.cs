using System;
using System.IO;
using System.Runtime.Serialization;
using System.Text;
using System.Xml;
using CrmAddon.Local.Messages;

namespace CrmAddon.Local.SystemJobs;

/// <summary>
/// The SDK's rarer values (queries, column lists, relations) as text: their type and what their data contract says. The platform,
/// too, can hand nothing to an asynchronous step that has no contract.
/// </summary>
internal static class SdkContract
{
    public static string Write(object value)
    {
        var text = new StringBuilder(value.GetType().AssemblyQualifiedName).Append('\n');
        try
        {
            using var writer = XmlWriter.Create(text, new XmlWriterSettings { OmitXmlDeclaration = true });
            new DataContractSerializer(value.GetType()).WriteObject(writer, value);
        }
        catch (Exception e) when (e is InvalidDataContractException or SerializationException)
        {
            throw Faults.Argument($"A {value.GetType().FullName} can't be handed to an asynchronous step: {e.Message}");
        }

        return text.ToString();
    }

    public static object Read(string text)
    {
        var line = text.IndexOf('\n', StringComparison.Ordinal);
        using var reader = XmlReader.Create(new StringReader(text[(line + 1)..]));
        return new DataContractSerializer(Type.GetType(text[..line], throwOnError: true)!).ReadObject(reader)!;
    }
}
