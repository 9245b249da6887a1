using System;
using System.Collections.Generic;
using System.Linq;
using CrmAddon.Local.Metadata.Reading;

namespace CrmAddon.Local.Solutions.Components;

/// <summary>Web resources: NAME beside NAME.data.xml.</summary>
internal static class WebResources
{
    private const string Description = ".data.xml";

    public static IEnumerable<Component> Read(SolutionTree tree)
    {
        foreach (var file in tree.Files("WebResources", "*" + Description, below: true))
        {
            var resource = SolutionXml.Load(file);
            var path = file.Path[..^Description.Length];
            var content = tree.Files(file.Folder, path[(path.LastIndexOf('/') + 1)..]).FirstOrDefault();
            yield return new Component("webresource", Guid.TryParse(resource.RequiredText("WebResourceId"), out var id) ? id : throw resource.Error("the WebResourceId is no unique identifier."), file)
                .With(resource)
                .With("content", content is null ? null : Convert.ToBase64String(content.Bytes()));
        }
    }
}
