using System;
using System.Collections.Generic;
using System.Globalization;
using System.Linq;
using System.Text;
using CrmAddon.Local.Metadata;
using CrmAddon.Local.Query.Text;

namespace CrmAddon.Local.Query;

/// <summary>
/// The columns that the platform has beside others: <c>customeridname</c> is the name of the row that <c>customerid</c> points to,
/// <c>customeridtype</c> its table, <c>statuscodename</c> the label of <c>statuscode</c>. Nothing is stored for them.
/// </summary>
internal static class ShadowColumns
{
    private const string Name = "name";
    private const string Type = "type";

    public static ResolvedColumn? Find(ResolvedSource source, string name)
    {
        if (Base(source, name, Name) is { } named && Text(source, named) is { } sql)
        {
            return new ResolvedColumn(source, new ColumnMetadata { Name = name, Type = ColumnType.Text }, Collated(sql));
        }

        return Base(source, name, Type) is { } typed && typed.TableSql is not null
            ? new ResolvedColumn(source, new ColumnMetadata { Name = name, Type = ColumnType.Text }, Collated(typed.TableSql))
            : null;
    }

    /// <summary>The name of the row that a lookup points to, as SQL; null where the target tables have no names.</summary>
    public static string? NameOf(ResolvedColumn lookup)
    {
        var metadata = lookup.Source.Metadata;
        if (lookup.TableSql is null)
        {
            return lookup.Column.Targets is [var only, ..] ? NameIn(metadata.Find(only), lookup.Sql) : null;
        }

        var sql = new StringBuilder($"CASE {lookup.TableSql}");
        var length = sql.Length;
        foreach (var target in lookup.Column.Targets)
        {
            if (NameIn(metadata.Find(target), lookup.Sql) is { } name)
            {
                sql.Append(CultureInfo.InvariantCulture, $" WHEN '{target}' THEN {name}");
            }
        }

        return sql.Length == length ? null : sql.Append(" END").ToString();
    }

    /// <summary>The place of a choice's label among all labels, as SQL: choices are ordered by what people read.</summary>
    public static string RankOf(ResolvedColumn choice)
    {
        var sql = new StringBuilder($"CASE {choice.Sql}");
        var place = 0;
        foreach (var option in Options(choice.Column).OrderBy(o => o.Label, TextOrder.Instance).ThenBy(o => o.Value))
        {
            sql.Append(CultureInfo.InvariantCulture, $" WHEN {option.Value} THEN {place++}");
        }

        return sql.Append(CultureInfo.InvariantCulture, $" ELSE {choice.Sql} + {place} END").ToString();
    }

    private static string? Text(ResolvedSource source, ResolvedColumn column)
    {
        if (column.Column.Type == ColumnType.Lookup)
        {
            return NameOf(column);
        }

        if (column.Column.Type is not (ColumnType.Choice or ColumnType.State or ColumnType.Status or ColumnType.YesNo) || !Options(column.Column).Any())
        {
            return null;
        }

        var sql = new StringBuilder($"CASE {column.Sql}");
        foreach (var option in Options(column.Column))
        {
            sql.Append(CultureInfo.InvariantCulture, $" WHEN {option.Value} THEN '{option.Label.Replace("'", "''", StringComparison.Ordinal)}'");
        }

        return sql.Append(" END").ToString();
    }

    private static IEnumerable<ChoiceOption> Options(ColumnMetadata column) => column.Choice?.Options ?? [];

    private static ResolvedColumn? Base(ResolvedSource source, string name, string ending) =>
        name.Length > ending.Length && name.EndsWith(ending, StringComparison.Ordinal) && source.Table.Has(name[..^ending.Length])
            ? source.Column(name[..^ending.Length])
            : null;

    private static string? NameIn(TableMetadata? table, string id) => table?.PrimaryName is { } name
        ? $"(SELECT n.\"{name.Name}\" FROM \"{table.Name}\" AS n WHERE n.\"{table.PrimaryId.Name}\" = {id})"
        : null;

    private static string Collated(string sql) => $"({sql}) COLLATE {TextCollation.Name}";
}
