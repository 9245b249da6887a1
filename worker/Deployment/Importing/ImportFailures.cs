using System.Collections.Generic;
using System.Linq;
using System.Xml;
using System.Xml.Linq;

namespace CrmAddon.Worker.Deployment.Importing;

/// <summary>
/// What an import job reports as failed: its data have a <c>result</c> for each component, with <c>errorcode</c> and <c>errortext</c>
/// where it failed ("Work with solutions using the SDK").
/// </summary>
internal static class ImportFailures
{
    public static IReadOnlyList<string> Of(string? data)
    {
        if (string.IsNullOrWhiteSpace(data))
            return [];
        try
        {
            return [.. XDocument.Parse(data).Descendants("result").Where(result => (string?)result.Attribute("result") == "failure").Select(Tell).Distinct()];
        }
        catch (XmlException)
        {
            return []; // cut off; the job's message says it then
        }
    }

    private static string Tell(XElement result)
    {
        var component = result.Parent!;
        var name = (string?)component.Attribute("LocalizedName") ?? (string?)component.Attribute("name") ?? (string?)component.Attribute("id");
        var code = (string?)result.Attribute("errorcode");
        var where = component.Name.LocalName == "solutionManifest" || name is null ? "" : $"{component.Name.LocalName} {name}: ";
        return $"{where}{(string?)result.Attribute("errortext")}{(code is null ? "" : $" ({code})")}";
    }
}
