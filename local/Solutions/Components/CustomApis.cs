using System;
using System.Collections.Generic;
using System.Linq;
using System.Xml.Linq;
using CrmAddon.Local.Metadata;
using CrmAddon.Local.Metadata.Reading;
using Microsoft.Xrm.Sdk;

namespace CrmAddon.Local.Solutions.Components;

/// <summary>Custom APIs with their parameters and properties. Which class answers is the registration's, and stays as it is.</summary>
internal static class CustomApis
{
    private const string Table = "customapi";

    public static Guid Id(string uniqueName) => DefinitionIds.Of("customapi:" + uniqueName.ToLowerInvariant());

    public static IEnumerable<Component> Read(SolutionTree tree)
    {
        foreach (var file in tree.Files("customapis", "customapi.xml", below: true))
        {
            var api = SolutionXml.Load(file);
            var name = api.RequiredAttribute("uniquename");
            yield return Make(Table, Id(name), file, api, name);
            var reference = new EntityReference(Table, Id(name));
            foreach (var part in Parts(tree, file, "customapirequestparameter", "customapirequestparameters").Concat(Parts(tree, file, "customapiresponseproperty", "customapiresponseproperties")))
            {
                var xml = SolutionXml.Load(part.File);
                var unique = xml.RequiredAttribute("uniquename");
                yield return Make(part.Table, DefinitionIds.Of($"{part.Table}:{name}.{unique}".ToLowerInvariant()), part.File, xml, unique).With("customapiid", reference);
            }
        }
    }

    private static IEnumerable<(string Table, SolutionFile File)> Parts(SolutionTree tree, SolutionFile api, string table, string folder) =>
        tree.Files($"{api.Folder}/{folder}", table + ".xml", below: true).Select(f => (table, f));

    private static Component Make(string table, Guid id, SolutionFile file, XElement xml, string name)
    {
        var component = new Component(table, id, file)
            .With(xml)
            .With("uniquename", name)
            .With("name", xml.Text("name") ?? name)
            .With("displayname", xml.Child("displayname")?.Attribute("default")?.Value ?? name)
            .With("description", xml.Child("description")?.Attribute("default")?.Value);
        component.Values.Remove("plugintypeid");
        return component;
    }
}
