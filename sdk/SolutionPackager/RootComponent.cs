using System;
using System.Xml.Linq;

namespace CrmAddon.SolutionPackager;

/// <summary>One line of the manifest: a component that belongs to the solution.</summary>
/// <param name="Type">Number of the kind of component, such as 1 for a table.</param>
/// <param name="SchemaName">Name, for the kinds that are told by name.</param>
/// <param name="Id">Id, for the kinds that are told by id.</param>
/// <param name="Behavior">0: whole; 1: without what belongs to it; 2: only what is listed or in the file.</param>
public sealed record RootComponent(int Type, string? SchemaName, Guid? Id, int Behavior)
{
    internal static RootComponent Read(XElement element) => new(
        (int)element.Attribute("type")!,
        (string?)element.Attribute("schemaName"),
        (Guid?)element.Attribute("id"),
        (int?)element.Attribute("behavior") ?? 0);
}
