using System.Collections.Generic;
using System.Linq;
using CrmAddon.Local.Messages;
using CrmAddon.Local.Query.Conditions;
using CrmAddon.Local.Store;
using Microsoft.Xrm.Sdk.Query;

namespace CrmAddon.Local.Query;

/// <summary>
/// Writes links: joins, and those that are conditions.
/// <see href="https://learn.microsoft.com/power-apps/developer/data-platform/fetchxml/join-tables">Join tables</see>
/// </summary>
internal sealed class JoinSql
{
    private readonly QueryContext _context;
    private readonly SqlText _sql;
    private readonly FilterSql _filters;

    public JoinSql(QueryContext context)
    {
        (_context, _sql) = (context, context.Sql);
        _filters = new FilterSql(context, (link, source) => WriteConditional(link, source));
    }

    /// <summary>Joins what is joined to a table.</summary>
    public void WriteJoins(QuerySource outer)
    {
        foreach (var link in outer.Links.Where(l => l.IsJoined))
        {
            WriteJoin(link, _context.Sources.Find(outer));
        }
    }

    /// <summary>The conditions on a table, behind its WHERE or ON: its own filter, links that are conditions, who may read its rows.</summary>
    public void WriteConditions(QuerySource source, ResolvedSource resolved)
    {
        if (source.Filter is not null)
        {
            _sql.Add(" AND ");
            _filters.Write(source.Filter, resolved);
        }

        foreach (var link in source.Links.Where(l => !l.IsJoined))
        {
            _sql.Add(" AND ");
            WriteConditional(link, resolved);
        }

        _context.Organization.Access.WriteReadFilter(_sql, resolved, _context.Caller);
    }

    /// <summary>The conditions of joined tables that a row must have, behind WHERE: they may name any table of the query.</summary>
    public void WriteJoinedConditions(QuerySource source)
    {
        foreach (var link in source.Links.Where(l => l.IsJoined))
        {
            if (link.Join is JoinOperator.Inner or JoinOperator.Natural)
            {
                WriteConditions(link, _context.Sources.Find(link));
            }

            WriteJoinedConditions(link);
        }
    }

    private void WriteJoin(QuerySource link, ResolvedSource outer)
    {
        var inner = _context.Sources.Find(link);
        _sql.Add(link.Join == JoinOperator.LeftOuter ? " LEFT JOIN \"" : " JOIN \"").Add($"{inner.Table.Name}\" AS {inner.SqlName} ON ");
        if (link.Join == JoinOperator.MatchFirstRowUsingCrossApply)
        {
            var first = _context.Sources.Again(link);
            _sql.Add($"{inner.SqlName}.rowid = (SELECT {first.SqlName}.rowid FROM \"{inner.Table.Name}\" AS {first.SqlName} WHERE ");
            WriteOn(link, first, outer);
            WriteConditions(link, first);
            _sql.Add(" LIMIT 1)");
        }
        else
        {
            WriteOn(link, inner, outer);
            if (link.Join == JoinOperator.LeftOuter)
            {
                WriteConditions(link, inner);
            }
        }

        WriteJoins(link);
    }

    /// <summary>A link whose rows decide about the outer row.</summary>
    private void WriteConditional(QuerySource link, ResolvedSource outer)
    {
        _context.Sources.AddAll(link);
        switch (link.Join)
        {
            // Documented: "not all" is "any"; "all" is "there are some, but none that passes the filter".
            case JoinOperator.NotAny:
                WriteExists(link, outer, negated: true);
                break;
            case JoinOperator.All:
                _sql.Add("(EXISTS (SELECT 1 FROM \"");
                var any = _context.Sources.Again(link);
                _sql.Add($"{any.Table.Name}\" AS {any.SqlName} WHERE ");
                WriteOn(link, any, outer);
                _context.Organization.Access.WriteReadFilter(_sql, any, _context.Caller);
                _sql.Add(") AND");
                WriteExists(link, outer, negated: true);
                _sql.Add(")");
                break;
            default:
                WriteExists(link, outer, negated: false);
                break;
        }
    }

    private void WriteExists(QuerySource link, ResolvedSource outer, bool negated)
    {
        var inner = _context.Sources.Find(link);
        var (from, to) = Columns(link, inner, outer);

        // Without an index on the column every outer row would look through the whole table: a list made once is faster.
        var asList = !Indexes.IsFirst(inner.Table, to.Column.Name);
        var not = negated ? " NOT" : string.Empty;
        _sql.Add(asList ? $"({from.Sql} IS {(negated ? "NULL OR" : "NOT NULL AND")} {from.Sql}{not} IN (SELECT {to.Sql} FROM \"" : $"{not} EXISTS (SELECT 1 FROM \"");
        _sql.Add($"{inner.Table.Name}\" AS {inner.SqlName}");
        WriteJoins(link);
        _sql.Add(asList ? $" WHERE {to.Sql} IS NOT NULL" : " WHERE ");
        if (!asList)
        {
            WriteOn(link, inner, outer);
        }
        else
        {
            WriteTargets(from, to, inner, outer);
        }

        WriteConditions(link, inner);
        WriteJoinedConditions(link);
        _sql.Add(asList ? "))" : ")");
    }

    private void WriteOn(QuerySource link, ResolvedSource inner, ResolvedSource outer)
    {
        var (from, to) = Columns(link, inner, outer);
        _sql.Add(to).Add(" = ").Add(from);
        WriteTargets(from, to, inner, outer);
    }

    /// <summary>A lookup to several tables joins only the rows that point to this one.</summary>
    private void WriteTargets(ResolvedColumn from, ResolvedColumn to, ResolvedSource inner, ResolvedSource outer)
    {
        WriteTarget(from, to, inner);
        WriteTarget(to, from, outer);
    }

    private void WriteTarget(ResolvedColumn lookup, ResolvedColumn other, ResolvedSource target)
    {
        if (lookup.TableSql is not null && other.TableSql is null && ReferenceEquals(other.Column, target.Table.PrimaryId))
        {
            _sql.Add(" AND ").Add(lookup.TableSql).Add(" = ").Parameter(target.Table.Name);
        }
    }

    private static (ResolvedColumn From, ResolvedColumn To) Columns(QuerySource link, ResolvedSource inner, ResolvedSource outer)
    {
        var (fromName, toName) = (link.From, link.To);
        if (string.IsNullOrEmpty(fromName) != string.IsNullOrEmpty(toName))
        {
            throw Faults.Create(QueryErrors.AttributePairMismatch, "AttributeFrom and AttributeTo must be either both specified or both omitted.");
        }

        if (string.IsNullOrEmpty(fromName))
        {
            (fromName, toName) = Related(inner, outer);
        }

        var (from, to) = (outer.Column(fromName), inner.Column(toName));
        return ColumnFamilies.Match(from.Column, to.Column) ? (from, to) : throw Faults.Create(
            QueryErrors.LinkAttributesTypeMismatch, $"Data Types don't match for the link-entity join attributes '{from.FullName}', '{to.FullName}'.");
    }

    /// <summary>The columns of the one relation between two tables.</summary>
    private static (string From, string To) Related(ResolvedSource inner, ResolvedSource outer)
    {
        List<(string From, string To)> relations =
        [
            .. outer.Table.Parents.Where(r => r.ParentTable == inner.Table.Name).Select(r => (r.ChildColumn, inner.Table.PrimaryId.Name)),
            .. outer.Table.Children.Where(r => r.ChildTable == inner.Table.Name).Select(r => (outer.Table.PrimaryId.Name, r.ChildColumn)),
        ];
        return relations.Count == 1 ? relations[0] : throw Faults.Create(
            QueryErrors.AttributePairMismatch,
            $"The link from '{outer.Table.Name}' to '{inner.Table.Name}' names no columns, and there are {relations.Count} relations between these tables: name the columns.");
    }
}
