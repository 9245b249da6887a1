using System;
using System.Globalization;
using System.Linq;
using System.Xml.Linq;
using CrmAddon.Conformance.Reading;

namespace CrmAddon.Conformance.Declaring;

/// <summary>
/// A custom API (<c>api new_Double bound to account</c> with lines <c>in Number whole</c>, <c>in Note text optional</c>,
/// <c>out Result whole</c>) as files of customapis/.
/// </summary>
internal static class CustomApiText
{
    private static readonly string[] Types =
    [
        "yes/no", "date", "decimal", "row", "rows", "reference", "float", "whole", "money", "choice", "text", "texts", "guid",
    ];

    public static void Write(Block block, string folder)
    {
        var words = block.Text.Split(' ', StringSplitOptions.RemoveEmptyEntries);
        var name = words[1];
        var bound = Array.IndexOf(words, "bound") is var at and >= 0 ? words[at + 2] : null;
        var privilege = Array.IndexOf(words, "takes") is var takes and >= 0 ? words[takes + 1] : null;
        SolutionWriter.Save(
            new XElement(
                "customapi",
                new XAttribute("uniquename", name),
                new XElement("allowedcustomprocessingsteptype", "2"),
                new XElement("bindingtype", bound is null ? "0" : "1"),
                bound is null ? null : new XElement("boundentitylogicalname", bound),
                privilege is null ? null : new XElement("executeprivilegename", privilege),
                new XElement("isfunction", words.Contains("function") ? "1" : "0"),
                new XElement("name", name)),
            folder,
            name,
            "customapi.xml");
        foreach (var line in block.Children)
        {
            var parts = line.Text.Split(' ', StringSplitOptions.RemoveEmptyEntries);
            if (parts is not ["in" or "out", _, _, ..] || Array.IndexOf(Types, parts[2]) < 0)
            {
                throw line.Error($"in NAME TYPE [optional], or out NAME TYPE; types are {string.Join(", ", Types)}.");
            }

            var kind = parts[0] == "in" ? "customapirequestparameter" : "customapiresponseproperty";
            SolutionWriter.Save(
                new XElement(
                    kind,
                    new XAttribute("uniquename", parts[1]),
                    new XElement("isoptional", parts.Contains("optional") ? "1" : "0"),
                    new XElement("name", parts[1]),
                    new XElement("type", Array.IndexOf(Types, parts[2]).ToString(CultureInfo.InvariantCulture))),
                folder,
                name,
                kind == "customapirequestparameter" ? "customapirequestparameters" : "customapiresponseproperties",
                parts[1],
                kind + ".xml");
        }
    }
}
