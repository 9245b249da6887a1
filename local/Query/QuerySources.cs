using System.Collections.Generic;
using System.Globalization;
using System.Linq;
using CrmAddon.Local.Pipeline;

namespace CrmAddon.Local.Query;

/// <summary>The tables of a query, found by the names that conditions and orders use.</summary>
internal sealed class QuerySources(Organization organization, Caller caller)
{
    private readonly List<ResolvedSource> _sources = [];

    public ResolvedSource Root => _sources[0];

    /// <summary>Gives the table its name in the SQL text.</summary>
    public ResolvedSource Add(QuerySource source)
    {
        if (source.Alias is not null && _sources.Exists(s => s.Source.Alias == source.Alias))
        {
            throw QueryErrors.Duplicate(source.Alias);
        }

        var resolved = Resolve(source);
        _sources.Add(resolved);
        return resolved;
    }

    /// <summary>Adds a joined table and those joined to it.</summary>
    public void AddAll(QuerySource source)
    {
        Add(source);
        foreach (var link in source.Links.Where(l => l.IsJoined))
        {
            AddAll(link);
        }
    }

    /// <summary>The same table once more under a name of its own, for a subquery that only it is in.</summary>
    public ResolvedSource Again(QuerySource source) => Resolve(source) with { SqlName = Find(source).SqlName + "f" };

    public ResolvedSource Find(QuerySource source) => _sources.Find(s => ReferenceEquals(s.Source, source))!;

    /// <summary>
    /// The table that an <c>entityname</c> means: a link's alias, the name of a link that was given none, or the first table's own name.
    /// </summary>
    public ResolvedSource Find(string name) =>
        _sources.Find(s => s.Source.Alias == name)
        ?? _sources.Find(s => !s.Source.HasOwnAlias && s.Source.Alias is not null && s.Table.Name == name)
        ?? (Root.Table.Name == name ? Root : throw QueryErrors.Alias(name));

    private ResolvedSource Resolve(QuerySource source)
    {
        var table = organization.Table(source.Table);
        return new ResolvedSource(source, table, "t" + _sources.Count.ToString(CultureInfo.InvariantCulture))
        {
            Access = organization.Access.Columns(caller, table),
            Metadata = organization.Metadata,
        };
    }
}
