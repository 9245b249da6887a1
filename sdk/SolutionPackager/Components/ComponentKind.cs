using System.Collections.Generic;
using System.Xml.Linq;

namespace CrmAddon.SolutionPackager.Components;

/// <summary>One section of the customizations document, and the files that it is taken apart into.</summary>
internal abstract class ComponentKind(string section)
{
    /// <summary>Name of the section's element.</summary>
    public string Section { get; } = section;

    /// <summary>Moves what it knows out of the section into files; the rest stays in the section.</summary>
    public abstract void Unpack(XElement section, UnpackTarget target);

    /// <summary>Puts the files into the section.</summary>
    public abstract void Pack(PackSource source, XElement section);

    /// <summary>The files that belong into the section.</summary>
    public abstract IEnumerable<string> Files(PackSource source);

    protected static string Text(XElement element, string name, string kind) =>
        element.Element(name)?.Value is { Length: > 0 } text ? text : throw new SolutionPackageException($"The package holds a {kind} without <{name}>.");

    protected static string Value(XElement element, string name, string kind) =>
        element.Attribute(name)?.Value is { Length: > 0 } text ? text : throw new SolutionPackageException($"The package holds a {kind} without {name}.");
}
