using System;
using System.Collections.Generic;
using System.Linq;
using System.Xml.Linq;
using CrmAddon.SolutionPackager.Zips;

namespace CrmAddon.SolutionPackager.Components;

/// <summary>Components that are a file of their own with a description beside it: web resources, workflows, plug-in assemblies.</summary>
/// <param name="section">Name of the section's element.</param>
/// <param name="element">Name of a component's element.</param>
/// <param name="folder">Folder of the files, here and in the zip.</param>
/// <param name="content">Elements that may name the file within the zip.</param>
internal sealed class FileWithContent(string section, string element, string folder, params string[] content) : ComponentKind(section)
{
    private const string Description = ".data.xml";

    /// <summary>Element that names the file here where it is called otherwise in the zip.</summary>
    public string? Name { get; init; }

    public override void Unpack(XElement section, UnpackTarget target)
    {
        foreach (var component in section.Elements(element).ToList())
        {
            if (ContentOf(component) is not { } part)
                continue;
            var path = Name is null ? part.TrimStart('/') : folder + "/" + Text(component, Name, element);
            target.Add(path, target.Parts.Take(part, $"A {element}"));
            target.Add(path + Description, SolutionXml.AsRoot(component));
            component.Remove();
        }
    }

    public override void Pack(PackSource source, XElement section)
    {
        foreach (var path in Files(source))
        {
            if (path.EndsWith(Description, StringComparison.Ordinal))
                section.Add(SolutionXml.AsPart(source.Root(path, element)));
            else if (!source.Has(path + Description))
                throw new SolutionPackageException($"{path} has no description {path + Description} beside it.");
        }
    }

    /// <summary>The files themselves, under the names that their descriptions give.</summary>
    public void PackContent(PackSource source, PackageParts parts)
    {
        foreach (var path in source.Below(folder, p => p.EndsWith(Description, StringComparison.Ordinal)))
        {
            var file = path[..^Description.Length];
            var part = ContentOf(source.Root(path, element)) ?? throw new SolutionPackageException($"{path} names no file: <{string.Join("> or <", content)}> is missing.");
            if (!source.Has(file))
                throw new SolutionPackageException($"{path} describes {file}, which is missing.");
            parts.Add(part.TrimStart('/'), source.Bytes(file));
        }
    }

    public override IEnumerable<string> Files(PackSource source) => source.Below(folder, _ => true);

    private string? ContentOf(XElement component) => content.Select(name => component.Element(name)?.Value).FirstOrDefault(value => !string.IsNullOrEmpty(value));
}
