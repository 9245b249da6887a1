using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using System.Xml.Linq;

namespace CrmAddon.Local.Metadata.Reading;

/// <summary>Reads customapis/NAME/customapi.xml with its request parameters and response properties.</summary>
internal static class CustomApiReader
{
    public static CustomApiMetadata Read(string path)
    {
        var api = SolutionXml.Load(path);
        var folder = Path.GetDirectoryName(path)!;
        return new CustomApiMetadata(
            api.RequiredAttribute("uniquename"),
            api.Text("boundentitylogicalname")?.ToLowerInvariant(),
            api.Flag("isfunction"),
            Parameters(Path.Combine(folder, "customapirequestparameters"), "customapirequestparameter.xml"),
            Parameters(Path.Combine(folder, "customapiresponseproperties"), "customapiresponseproperty.xml"))
        {
            Privilege = api.Text("executeprivilegename"),
        };
    }

    private static List<CustomApiParameter> Parameters(string folder, string file) =>
        !Directory.Exists(folder)
            ? []
            : [.. Directory.EnumerateFiles(folder, file, SearchOption.AllDirectories)
                .Order(StringComparer.Ordinal)
                .Select(SolutionXml.Load)
                .Select(p => new CustomApiParameter(p.RequiredAttribute("uniquename"), Type(p), p.Flag("isoptional")))];

    private static CustomApiType Type(XElement parameter)
    {
        var type = (CustomApiType)(parameter.Number("type") ?? throw parameter.Error("the parameter has no <type>."));
        return Enum.IsDefined(type) ? type : throw parameter.Error($"'{type:D}' is not a parameter type.");
    }
}
