using System;
using System.IO;
using System.Linq;
using System.Runtime.Serialization;
using System.Text;
using System.Xml;
using CrmAddon.Local.Messages;

namespace CrmAddon.Local.SystemJobs;

/// <summary>
/// The SDK's rarer values (queries, column lists, relations) as text: their type and what their data contract says. The platform,
/// too, can hand nothing to an asynchronous step that has no contract, nor a type that only the plug-in's assembly knows.
/// </summary>
internal static class SdkContract
{
    public static string Write(object value)
    {
        CheckType(value.GetType());
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

    /// <summary>Refuses what the reader of the job could not make again: types of plug-in assemblies, alone or within others.</summary>
    public static void CheckType(Type type)
    {
        if (!IsKnown(type))
        {
            throw Faults.Argument(
                $"A {type.FullName} of {type.Assembly.GetName().Name} can't be handed to a system job: only values of the SDK and of .NET can.");
        }
    }

    private static bool IsKnown(Type type)
    {
        if (type.IsArray)
        {
            return IsKnown(type.GetElementType()!);
        }

        var assembly = type.Assembly.GetName().Name!;
        return (type.Assembly == typeof(object).Assembly
                || assembly.StartsWith("System.", StringComparison.Ordinal)
                || assembly is "Microsoft.Xrm.Sdk" or "Microsoft.Crm.Sdk.Proxy")
            && type.GetGenericArguments().All(IsKnown);
    }
}
