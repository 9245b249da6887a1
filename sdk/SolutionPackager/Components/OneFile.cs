using System.Collections.Generic;
using System.Xml.Linq;

namespace CrmAddon.SolutionPackager.Components;

/// <summary>The whole section is one file below <c>Other</c>, if there is anything in it.</summary>
internal sealed class OneFile(string section) : ComponentKind(section)
{
    private string Path => $"Other/{Section}.xml";

    public override void Unpack(XElement section, UnpackTarget target)
    {
        if (!section.HasElements)
            return;
        target.Add(Path, SolutionXml.AsRoot(section));
        section.ReplaceWith(new XElement(section.Name));
    }

    public override void Pack(PackSource source, XElement section)
    {
        if (source.Has(Path))
            section.ReplaceWith(SolutionXml.AsPart(source.Root(Path, Section)));
    }

    public override IEnumerable<string> Files(PackSource source) => source.Has(Path) ? [Path] : [];
}
