using System;
using System.Collections.Generic;
using System.Linq;
using System.Xml.Linq;

namespace CrmAddon.SolutionPackager.Components;

/// <summary>Each component is one XML file: roles, choices, dashboards, apps.</summary>
/// <param name="section">Name of the section's element.</param>
/// <param name="element">Name of a component's element.</param>
/// <param name="folder">Folder of the files.</param>
/// <param name="file">Path below the folder for a component with this name: <c>{0}</c> stands for the name.</param>
/// <param name="name">Attribute ("@id") or element that names a component.</param>
internal sealed class FileForEach(string section, string element, string folder, string file, string name) : ComponentKind(section)
{
    /// <summary>Whether a managed package may show the component in another form, so that there are files for each type.</summary>
    public bool Varies { get; init; }

    /// <summary>Files of this kind carry no namespace declaration.</summary>
    public bool IsBare { get; init; }

    public override void Unpack(XElement section, UnpackTarget target)
    {
        foreach (var component in section.Elements(element).ToList())
        {
            var named = name.StartsWith('@') ? Value(component, name[1..], element) : Text(component, name, element);
            var path = folder + "/" + file.Replace("{0}", FilePath.FileName(named), StringComparison.Ordinal);
            target.Add(path, IsBare ? component : SolutionXml.AsRoot(component), Varies);
            component.Remove();
        }
    }

    public override void Pack(PackSource source, XElement section)
    {
        foreach (var path in Files(source))
            section.Add(SolutionXml.AsPart(source.Root(path, element)));
    }

    public override IEnumerable<string> Files(PackSource source) => source.Below(folder, Fits);

    private bool Fits(string below)
    {
        var at = file.IndexOf("{0}", StringComparison.Ordinal);
        return below.EndsWith(file[(at + 3)..], StringComparison.Ordinal)
            && below.Split('/').Length == file.Split('/').Length;
    }
}
