using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using System.Net;
using System.Threading;
using System.Threading.Tasks;
using System.Xml;
using System.Xml.Linq;
using Microsoft.PowerPlatform.Dataverse.Client.Wire;

namespace Microsoft.PowerPlatform.Dataverse.Client.Messages;

/// <summary>
/// What the environment's description (<c>$metadata</c>) says of its actions and functions: the way to know how a message is called
/// for whom the table of custom APIs says nothing. It is megabytes in a real environment, so it is read once and only then.
/// </summary>
internal static class DescribedOperations
{
    public static async Task<IReadOnlyDictionary<string, CustomApiDefinition>?> LoadAsync(Session session)
    {
        var answer = await session.AskAsync(WireRequest.Get("$metadata").With("Accept", "application/xml"), CancellationToken.None).ConfigureAwait(false);
        return answer.Status == HttpStatusCode.OK ? Read(answer.Body) : null;
    }

    private static Dictionary<string, CustomApiDefinition> Read(byte[] document)
    {
        Dictionary<string, CustomApiDefinition> operations = new(StringComparer.Ordinal);
        Dictionary<string, IReadOnlyDictionary<string, int>> responses = new(StringComparer.Ordinal);
        using var reader = XmlReader.Create(new MemoryStream(document), new XmlReaderSettings { DtdProcessing = DtdProcessing.Prohibit });
        while (!reader.EOF)
        {
            if (reader.NodeType != XmlNodeType.Element || reader.LocalName is not ("Action" or "Function" or "ComplexType"))
            {
                reader.Read();
                continue;
            }

            var element = (XElement)XNode.ReadFrom(reader);
            var name = (string?)element.Attribute("Name") ?? string.Empty;
            if (element.Name.LocalName == "ComplexType")
                responses[name] = Types(element);
            else
                operations.TryAdd(name, Operation(element));
        }

        return operations.ToDictionary(
            operation => operation.Key,
            operation => responses.TryGetValue(operation.Key + "Response", out var results) ? operation.Value with { Results = results } : operation.Value,
            StringComparer.Ordinal);
    }

    private static CustomApiDefinition Operation(XElement element)
    {
        // The first parameter of a bound operation is what it is bound to: mscrm.account, or Collection(mscrm.account).
        var bound = (bool?)element.Attribute("IsBound") ?? false
            ? element.Elements().FirstOrDefault(child => child.Name.LocalName == "Parameter")?.Attribute("Type")?.Value
            : null;
        var binding = bound is null ? CustomApiBinding.None
            : bound.StartsWith("Collection(", StringComparison.Ordinal) ? CustomApiBinding.Table : CustomApiBinding.Row;
        return new CustomApiDefinition(
            element.Name.LocalName == "Function", binding, bound?.TrimEnd(')').Split('.')[^1], new Dictionary<string, int>());
    }

    // The numbers are those of a custom API's response properties; amounts and choices are numbers here like others.
    private static Dictionary<string, int> Types(XElement response) => response.Elements()
        .Where(child => child.Name.LocalName == "Property" && child.Attribute("Name") is not null)
        .ToDictionary(property => property.Attribute("Name")!.Value, property => (string?)property.Attribute("Type") switch
        {
            "Edm.DateTimeOffset" => 1,
            "Edm.Decimal" => 2,
            "Edm.Double" => 6,
            "Edm.Guid" => 12,
            _ => -1,
        }, StringComparer.Ordinal);
}
