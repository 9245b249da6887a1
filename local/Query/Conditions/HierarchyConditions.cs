using System.Linq;
using CrmAddon.Local.Messages;
using CrmAddon.Local.Metadata;
using Microsoft.Xrm.Sdk.Query;

namespace CrmAddon.Local.Query.Conditions;

/// <summary>
/// Conditions along a table's hierarchical relation, to a depth of 100. The column is the table's id or a lookup to the table.
/// <see href="https://learn.microsoft.com/power-apps/developer/data-platform/query-hierarchical-data">Query hierarchical data</see>
/// </summary>
internal sealed class HierarchyConditions(QueryContext context)
{
    private const string Depth = "100";

    public static bool Has(ConditionOperator op) => op is ConditionOperator.Above or ConditionOperator.AboveOrEqual
        or ConditionOperator.Under or ConditionOperator.UnderOrEqual or ConditionOperator.NotUnder;

    public void Write(QueryCondition condition, ResolvedColumn column)
    {
        var table = column.Column.Type switch
        {
            ColumnType.Id => column.Source.Table,
            ColumnType.Lookup => column.Column.Targets.Select(context.Table).FirstOrDefault(t => t?.Hierarchy is not null) ?? column.Source.Table,
            _ => throw QueryErrors.Operator(column, condition),
        };
        if (table.Hierarchy is not { } hierarchy)
        {
            throw Faults.Create(
                QueryErrors.MissingHierarchy, $"This query uses a hierarchical operator, but the {table.Name} entity doesn't have a hierarchical relationship.");
        }

        var start = ConditionValues.ToCell(column, ConditionSql.One(column, condition), condition.IsText);
        var up = condition.Operator is ConditionOperator.Above or ConditionOperator.AboveOrEqual;
        var withSelf = condition.Operator is ConditionOperator.AboveOrEqual or ConditionOperator.UnderOrEqual;
        var negated = condition.Operator == ConditionOperator.NotUnder;
        var (id, parent) = ($"h.\"{table.PrimaryId.Name}\"", $"h.\"{hierarchy.ChildColumn}\"");
        context.Sql.Add(negated ? "(" + column.Sql + " IS NULL OR " : string.Empty)
            .Add(column).Add(negated ? " NOT IN (" : " IN (")
            .Add("WITH RECURSIVE line(id, depth) AS (SELECT ").Parameter(start)
            .Add($", 0 UNION SELECT {(up ? parent : id)}, l.depth + 1 FROM line AS l JOIN \"{table.Name}\" AS h ON {(up ? id : parent)} = l.id")
            .Add($" WHERE l.depth < {Depth}{(up ? $" AND {parent} IS NOT NULL" : string.Empty)}) SELECT id FROM line")
            .Add(withSelf ? ")" : " WHERE depth > 0)")
            .Add(negated ? ")" : string.Empty);
    }
}
