using System;
using System.Collections.Generic;
using System.Linq;
using System.Xml.Linq;
using CrmAddon.Local.Metadata;
using CrmAddon.Local.Metadata.Reading;
using Microsoft.Xrm.Sdk;

namespace CrmAddon.Local.Solutions.Components;

/// <summary>Rules of duplicate detection with their conditions. They are kept and shown, and never run here.</summary>
internal static class DuplicateRules
{
    private const string Table = "duplicaterule";

    public static IEnumerable<Component> Read(SolutionTree tree)
    {
        foreach (var file in tree.Files("duplicaterules", "duplicaterule.xml", below: true))
        {
            var rule = SolutionXml.Load(file);
            var unique = rule.RequiredAttribute("uniquename");
            var id = DefinitionIds.Of("duplicaterule:" + unique.ToLowerInvariant());
            yield return new Component(Table, id, file)
                .With(rule)
                .With("uniquename", unique)
                .With("name", Text(rule, "name") ?? unique)
                .With("description", Text(rule, "description"))
                .With("statecode", rule.Text("statecode") ?? "0")
                .With("statuscode", rule.Text("statuscode") ?? "0");
            var number = 0;
            foreach (var condition in Conditions(rule))
            {
                yield return new Component("duplicaterulecondition", DefinitionIds.Of(FormattableString.Invariant($"duplicaterulecondition:{unique}:{number++}")), file)
                    .With(condition)
                    .With("regardingobjectid", new EntityReference(Table, id));
            }
        }
    }

    private static string? Text(XElement rule, string name) => rule.Child(name)?.Attribute("default")?.Value ?? rule.Text(name);

    private static IEnumerable<XElement> Conditions(XElement rule) =>
        rule.Descendants().Where(e => e.Name.LocalName.Equals("duplicaterulecondition", StringComparison.OrdinalIgnoreCase));
}
