using System;
using System.Collections.Generic;
using System.Linq;
using System.Xml.Linq;

namespace CrmAddon.Local.Metadata.Reading;

/// <summary>Reads customapis/NAME/customapi.xml with its request parameters and response properties.</summary>
internal static class CustomApiReader
{
    public static CustomApiMetadata Read(SolutionTree tree, SolutionFile file)
    {
        var api = SolutionXml.Load(file);
        return new CustomApiMetadata(
            api.RequiredAttribute("uniquename"),
            api.Text("boundentitylogicalname")?.ToLowerInvariant(),
            api.Flag("isfunction"),
            Parameters(tree, file.Folder + "/customapirequestparameters", "customapirequestparameter.xml"),
            Parameters(tree, file.Folder + "/customapiresponseproperties", "customapiresponseproperty.xml"))
        {
            Privilege = api.Text("executeprivilegename"),
            Place = file.Place,
            AllowedSteps = api.Numbered<AllowedSteps>("allowedcustomprocessingsteptype"),
        };
    }

    private static List<CustomApiParameter> Parameters(SolutionTree tree, string folder, string name) =>
        [.. tree.Files(folder, name, below: true)
            .Select(SolutionXml.Load)
            .Select(p => new CustomApiParameter(p.RequiredAttribute("uniquename"), Type(p), p.Flag("isoptional")))];

    private static CustomApiType Type(XElement parameter)
    {
        var type = (CustomApiType)(parameter.Number("type") ?? throw parameter.Error("the parameter has no <type>."));
        return Enum.IsDefined(type) ? type : throw parameter.Error($"'{type:D}' is not a parameter type.");
    }
}
