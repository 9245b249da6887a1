using System;
using System.Collections.Generic;
using System.Linq;
using CrmAddon.Local.Metadata;
using CrmAddon.Local.Store;
using Microsoft.Xrm.Sdk;

namespace CrmAddon.Local.Solutions.Rows;

/// <summary>Which components belong to which solution: rows of solutioncomponent.</summary>
internal sealed class Membership(Organization organization, ComponentRows rows)
{
    private const string Table = "solutioncomponent";

    /// <summary>A component as a member of a solution.</summary>
    /// <param name="Type">The number of its kind.</param>
    /// <param name="Id">Its id: the row's, or that of the definition.</param>
    /// <param name="Behavior">0: with all its parts, 1: without them, 2: only as the place of parts that are members themselves.</param>
    public readonly record struct Member(int Type, Guid Id, int Behavior);

    public IReadOnlyList<Member> Of(Guid solution)
    {
        _ = organization.Table(Table);
        return organization.Database
            .Prepare("SELECT componenttype, objectid, rootcomponentbehavior FROM solutioncomponent WHERE solutionid = @0 ORDER BY componenttype, rowid")
            .List([Cells.ToBytes(solution)], r => new Member((int)r.GetInt64(0), Cells.ToGuid(r.GetFieldValue<byte[]>(1)), r.IsDBNull(2) ? 0 : (int)r.GetInt64(2)));
    }

    /// <summary>The row that says so.</summary>
    public Guid Add(Guid solution, Member member, Guid? root = null)
    {
        var id = Find(solution, member.Type, member.Id) ?? Guid.CreateVersion7(organization.Options.Clock.GetUtcNow());
        rows.Put(Table, id,
        [
            new("componenttype", member.Type),
            new("objectid", member.Id),
            new("rootcomponentbehavior", member.Behavior),
            new("solutionid", new EntityReference("solution", solution)),
            new("ismetadata", ComponentTypes.TableOf(member.Type, organization.Metadata) is null),
            new("rootsolutioncomponentid", root),
        ]);
        return id;
    }

    public Guid? Find(Guid solution, int type, Guid component)
    {
        _ = organization.Table(Table);
        return organization.Database
            .Prepare("SELECT solutioncomponentid FROM solutioncomponent WHERE solutionid = @0 AND componenttype = @1 AND objectid = @2")
            .Value(Cells.ToBytes(solution), (long)type, Cells.ToBytes(component)) is byte[] id ? Cells.ToGuid(id) : null;
    }

    public bool Remove(Guid solution, int type, Guid component) => Find(solution, type, component) is { } id && rows.Remove(Table, id);

    /// <summary>Takes a component that is gone out of every solution.</summary>
    public void Forget(int type, Guid component) =>
        organization.Rows.DeleteWhere(organization.Table(Table), ("componenttype", (long)type), ("objectid", Cells.ToBytes(component)));

    /// <summary>Makes the members of a solution exactly these, and those that were added where it is installed if they are to stay.</summary>
    public void Set(Guid solution, IReadOnlyCollection<(Member Member, Member? Root)> members, bool keepsOthers)
    {
        foreach (var (member, root) in members)
        {
            Add(solution, member, root is { } of ? Find(solution, of.Type, of.Id) : null);
        }

        if (!keepsOthers)
        {
            var wanted = members.Select(m => (m.Member.Type, m.Member.Id)).ToHashSet();
            foreach (var stray in Of(solution).Where(m => !wanted.Contains((m.Type, m.Id))))
            {
                Remove(solution, stray.Type, stray.Id);
            }
        }
    }

    /// <summary>The id of what a manifest names; null where there is no such thing.</summary>
    public Guid? Resolve(RootComponent component)
    {
        var metadata = organization.Metadata;
        var name = component.SchemaName ?? "";
        return component.Type switch
        {
            ComponentTypes.Table => metadata.Find(name.ToLowerInvariant()) is { } table ? DefinitionIds.Of(table) : null,
            ComponentTypes.Choice => metadata.Choices.TryGetValue(name, out var choice) ? DefinitionIds.Of(choice) : null,
            ComponentTypes.Relation or 10 => metadata.FindRelation(name) is { } relation ? DefinitionIds.Of(relation) : null,
            _ when component.Id is { } id => id,
            ComponentTypes.WebResource => ByName("webresource", "name", name),
            ComponentTypes.App => ByName("appmodule", "uniquename", name),
            ComponentTypes.SiteMap => ByName("sitemap", "sitemapnameunique", name),
            ComponentTypes.EnvironmentVariable => ByName("environmentvariabledefinition", "schemaname", name),
            _ => null,
        };
    }

    private Guid? ByName(string tableName, string column, string name)
    {
        var table = organization.Table(tableName);
        return organization.Rows.Find(table, table[column], name) is [var id, ..] ? id : null;
    }
}
