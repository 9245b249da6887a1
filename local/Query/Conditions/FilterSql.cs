using System;

namespace CrmAddon.Local.Query.Conditions;

/// <summary>Writes filters: conditions, filters within, and links whose rows decide.</summary>
internal sealed class FilterSql(QueryContext context, Action<QuerySource, ResolvedSource> writeLink)
{
    private readonly ConditionSql _conditions = new(context);

    public void Write(QueryFilter filter, ResolvedSource source)
    {
        var glue = filter.Any ? " OR " : " AND ";
        var first = true;
        context.Sql.Add("(");
        foreach (var condition in filter.Conditions)
        {
            Glue();
            _conditions.Write(condition, Source(condition, source));
        }

        foreach (var inner in filter.Filters)
        {
            Glue();
            Write(inner, source);
        }

        foreach (var link in filter.Links)
        {
            Glue();
            writeLink(link, source);
        }

        context.Sql.Add(first ? "1)" : ")");

        void Glue()
        {
            context.Sql.Add(first ? string.Empty : glue);
            first = false;
        }
    }

    private ResolvedSource Source(QueryCondition condition, ResolvedSource own) =>
        condition.Source is null || condition.Source == own.Source.Alias || (own.Source.Alias is null && condition.Source == own.Table.Name)
            ? own
            : context.Sources.Find(condition.Source);
}
