using System;
using System.Collections.Generic;
using System.Linq;
using System.Text;
using CrmAddon.Local.Metadata.Reading;

namespace CrmAddon.Local.Solutions.Components;

/// <summary>Workflows, business rules and flows: NAME.xaml or NAME.json beside NAME.data.xml. They are kept and shown, and never run here.</summary>
internal static class Processes
{
    private const string Description = ".data.xml";

    public static IEnumerable<Component> Read(SolutionTree tree)
    {
        foreach (var file in tree.Files("Workflows", "*" + Description))
        {
            var process = SolutionXml.Load(file);
            var path = file.Path[..^Description.Length];
            var content = tree.Files(file.Folder, path[(path.LastIndexOf('/') + 1)..]).FirstOrDefault();
            var text = content is null ? null : Encoding.UTF8.GetString(content.Bytes()).TrimStart('\uFEFF');
            yield return new Component("workflow", process.IdAttribute("WorkflowId"), file) { Of = process.Text("PrimaryEntity")?.ToLowerInvariant() }
                .With(process).Named(process)
                .With("name", process.RequiredAttribute("Name"))
                .With("primaryentity", process.Text("PrimaryEntity")?.ToLowerInvariant() ?? "none")
                .With(path.EndsWith(".json", StringComparison.OrdinalIgnoreCase) ? "clientdata" : "xaml", text);
        }
    }
}
