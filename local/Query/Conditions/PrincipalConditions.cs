using CrmAddon.Local.Metadata;
using CrmAddon.Local.Store;
using Microsoft.Xrm.Sdk;
using Microsoft.Xrm.Sdk.Query;

namespace CrmAddon.Local.Query.Conditions;

/// <summary>Conditions about the caller: the user, the user's teams, business unit, people and language.</summary>
internal sealed class PrincipalConditions(QueryContext context)
{
    private const int English = 1033;

    // What the platform starts with; organization.maxdepthforhierarchicalsecuritymodel.
    private const int DefaultDepth = 3;

    public static bool Has(ConditionOperator op) => op is ConditionOperator.EqualUserId or ConditionOperator.NotEqualUserId
        or ConditionOperator.EqualBusinessId or ConditionOperator.NotEqualBusinessId
        or ConditionOperator.EqualUserTeams or ConditionOperator.EqualUserOrUserTeams
        or ConditionOperator.EqualUserOrUserHierarchy or ConditionOperator.EqualUserOrUserHierarchyAndTeams
        or ConditionOperator.EqualUserLanguage;

    public void Write(QueryCondition condition, ResolvedColumn column)
    {
        var isLanguage = condition.Operator == ConditionOperator.EqualUserLanguage;
        if (isLanguage != (column.Column.Type == ColumnType.WholeNumber)
            || (!isLanguage && column.Column.Type is not (ColumnType.Id or ColumnType.Lookup or ColumnType.Guid)))
        {
            throw QueryErrors.Operator(column, condition);
        }

        var sql = context.Sql;
        switch (condition.Operator)
        {
            case ConditionOperator.EqualUserId:
                sql.Add(column).Add(" = ").Parameter(User);
                break;
            case ConditionOperator.NotEqualUserId:
                sql.Add("(").Add(column).Add(" <> ").Parameter(User).Add(" OR ").Add(column).Add(" IS NULL)");
                break;
            case ConditionOperator.EqualBusinessId:
                sql.Add(column).Add(" = ");
                WriteBusinessUnit();
                break;
            case ConditionOperator.NotEqualBusinessId:
                sql.Add("(").Add(column).Add(" <> ");
                WriteBusinessUnit();
                sql.Add(" OR ").Add(column).Add(" IS NULL)");
                break;
            case ConditionOperator.EqualUserTeams:
                sql.Add(column).Add(" IN ");
                WriteTeams("= ", all: false);
                break;
            case ConditionOperator.EqualUserOrUserTeams:
                sql.Add("(").Add(column).Add(" = ").Parameter(User).Add(" OR ").Add(column).Add(" IN ");
                WriteTeams("= ", all: false);
                sql.Add(")");
                break;
            case ConditionOperator.EqualUserOrUserHierarchy:
                sql.Add(column).Add(" IN ");
                WriteReports();
                break;
            case ConditionOperator.EqualUserOrUserHierarchyAndTeams:
                sql.Add("(").Add(column).Add(" IN ");
                WriteReports();
                sql.Add(" OR ").Add(column).Add(" IN ");
                WriteTeams("IN ", all: true);
                sql.Add(")");
                break;
            default:
                sql.Add(column).Add(" = ").Parameter((long)Language());
                break;
        }
    }

    private byte[] User => Cells.ToBytes(context.Caller.UserId);

    private void WriteBusinessUnit() =>
        context.Sql.Add("(SELECT u.businessunitid FROM systemuser AS u WHERE u.systemuserid = ").Parameter(User).Add(")");

    /// <summary>The teams of the user, or of the user and everybody below.</summary>
    private void WriteTeams(string comparison, bool all)
    {
        if (context.Table("teammembership") is null)
        {
            context.Sql.Add("(NULL)");
            return;
        }

        context.Sql.Add("(SELECT m.teamid FROM teammembership AS m WHERE m.systemuserid ").Add(comparison);
        if (all)
        {
            WriteReports();
        }
        else
        {
            context.Sql.Parameter(User);
        }

        context.Sql.Add(")");
    }

    /// <summary>The user and those below, by manager (<c>parentsystemuserid</c>), as deep as the hierarchy security model goes.</summary>
    private void WriteReports()
    {
        if (context.Table("systemuser")?.Has("parentsystemuserid") is not true)
        {
            context.Sql.Add("(").Parameter(User).Add(")");
            return;
        }

        context.Sql.Add("(WITH RECURSIVE people(id, depth) AS (SELECT ").Parameter(User)
            .Add(", 0 UNION SELECT u.systemuserid, p.depth + 1 FROM people AS p JOIN systemuser AS u ON u.parentsystemuserid = p.id WHERE p.depth < ")
            .Parameter((long)Depth()).Add(") SELECT id FROM people)");
    }

    private int Depth() => Setting("organization", context.Organization.Ids.Organization, "maxdepthforhierarchicalsecuritymodel") ?? DefaultDepth;

    private int Language() => Setting("usersettings", context.Caller.UserId, "uilanguageid") ?? English;

    private int? Setting(string table, System.Guid row, string column) =>
        context.Table(table) is { } metadata && metadata.Find(column) is { } found
            && context.Organization.Rows.Read(metadata, row, [found]) is Entity entity
            ? entity.GetAttributeValue<int?>(column)
            : null;
}
