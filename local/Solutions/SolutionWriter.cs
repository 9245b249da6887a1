using System;
using System.Collections.Generic;
using System.Linq;
using CrmAddon.Local.Metadata;
using CrmAddon.Local.Metadata.Reading;
using CrmAddon.Local.Solutions.Components;
using CrmAddon.Local.Solutions.Rows;

namespace CrmAddon.Local.Solutions;

/// <summary>Writes a solution's rows: its own, its publisher's, those of its components, and which of them belong to it.</summary>
internal sealed class SolutionWriter(Organization organization, ComponentRows rows, SolutionRows solutions, Membership membership)
{
    private const int Published = 0;

    /// <summary>Kinds of component that the security and settings parts write; here they only learn whose they are.</summary>
    private static readonly int[] WrittenElsewhere = [ComponentTypes.Role, ComponentTypes.FieldSecurityProfile, ComponentTypes.EnvironmentVariable];

    /// <summary>Writes what differs.</summary>
    /// <param name="manifest">What the solution says of itself.</param>
    /// <param name="uniqueName">The name that it is installed by.</param>
    /// <param name="isManaged">Whether it is installed as a managed solution.</param>
    /// <param name="tree">Its files.</param>
    /// <param name="keepsMembers">Whether components that were added where it is installed stay members.</param>
    /// <param name="activates">Whether processes get the state that the files say; otherwise they stay drafts.</param>
    /// <returns>The solution's id.</returns>
    /// <exception cref="System.ServiceModel.FaultException{T}">The manifest names a component that is not there.</exception>
    public Guid Write(PackageManifest manifest, string uniqueName, bool isManaged, SolutionTree tree, bool keepsMembers, bool activates = true)
    {
        var id = solutions.Put(manifest, uniqueName, isManaged);
        var components = ComponentReader.Read(tree);
        foreach (var component in components)
        {
            Write(component, id, isManaged, activates);
        }

        var members = Members(manifest, tree, components);
        membership.Set(id, members, keepsMembers);
        foreach (var (member, _) in members.Where(m => WrittenElsewhere.Contains(m.Member.Type)))
        {
            rows.Put(ComponentTypes.TableOf(member.Type, organization.Metadata)!.Name, member.Id, Belonging(id, isManaged));
        }

        return id;
    }

    private static IEnumerable<KeyValuePair<string, object?>> Belonging(Guid solution, bool isManaged) =>
    [
        new("componentstate", Published),
        new("ismanaged", isManaged),
        new("solutionid", isManaged ? solution : WellKnown.SolutionId(WellKnown.Active)),
    ];

    private void Write(Component component, Guid solution, bool isManaged, bool activates)
    {
        if (component.Table == "workflow" && !activates)
        {
            component.Values.Remove("statecode");
            component.Values.Remove("statuscode");
        }

        if (component.Values.TryGetValue("objectid", out var named) && named is RootComponent root)
        {
            component.Values["objectid"] = membership.Resolve(root);
        }

        rows.Put(component.Table, component.Id, component.Values.Concat(Belonging(solution, isManaged)));
    }

    /// <summary>The manifest's components, the parts of tables that are there as places only, and newer kinds, which manifests don't name.</summary>
    private List<(Membership.Member Member, Membership.Member? Root)> Members(PackageManifest manifest, SolutionTree tree, IReadOnlyList<Component> components)
    {
        var members = new List<(Membership.Member, Membership.Member?)>();
        var known = new HashSet<(int, Guid)>();
        var places = new Dictionary<string, Membership.Member>(StringComparer.Ordinal);
        var whole = new HashSet<string>(StringComparer.Ordinal);
        foreach (var component in manifest.Components)
        {
            if (membership.Resolve(component) is not { } id || !IsThere(component.Type, id))
            {
                throw SolutionFaults.NoRoot(component);
            }

            var member = new Membership.Member(component.Type, id, component.Behavior);
            members.Add((member, null));
            known.Add((member.Type, member.Id));
            if (component is { Type: ComponentTypes.Table, SchemaName: { } table })
            {
                (component.Behavior == 0 ? () => whole.Add(table.ToLowerInvariant()) : (Action)(() => places[table.ToLowerInvariant()] = member))();
            }
        }

        foreach (var (table, column) in ColumnsOf(tree).Where(c => places.ContainsKey(c.Table.Name)))
        {
            Add(new Membership.Member(ComponentTypes.Column, DefinitionIds.Of(table, column), 0), places[table.Name]);
        }

        foreach (var component in components.Where(c => c.Of is null || c.Table == "workflow" || !whole.Contains(c.Of)))
        {
            if (organization.Metadata.Find(component.Table) is { } kind && ComponentTypes.Of(kind) is { } type)
            {
                Add(new Membership.Member(type, component.Id, 0), component.Of is { } of && places.TryGetValue(of, out var place) ? place : null);
            }
        }

        return members;

        void Add(Membership.Member member, Membership.Member? root)
        {
            if (known.Add((member.Type, member.Id)))
            {
                members.Add((member, root));
            }
        }
    }

    private bool IsThere(int type, Guid id) => ComponentTypes.TableOf(type, organization.Metadata) is not { } table || rows.Exists(table.Name, id);

    private IEnumerable<(TableMetadata Table, ColumnMetadata Column)> ColumnsOf(SolutionTree tree) =>
        from file in tree.Files("Entities", "Entity.xml", below: true)
        let table = organization.Metadata.Find(ComponentReader.TableOf(file))
        where table is not null
        from attribute in SolutionXml.Load(file).Child("EntityInfo")?.Child("entity")?.Child("attributes")?.Elements() ?? []
        where !TableReader.IsUnmodified(attribute)
        let column = table.Find((attribute.Text("LogicalName") ?? attribute.Text("Name") ?? "").ToLowerInvariant())
        where column is not null
        select (table, column);
}
