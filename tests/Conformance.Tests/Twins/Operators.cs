using System;
using System.Collections.Generic;
using System.Globalization;
using System.Linq;
using CrmAddon.Local.Metadata;
using Microsoft.Xrm.Sdk.Query;

namespace CrmAddon.Conformance.Twins;

/// <summary>
/// The operators of QueryExpression by their FetchXML names.
/// <see href="https://learn.microsoft.com/power-apps/developer/data-platform/fetchxml/reference/operators">Microsoft's list</see>
/// </summary>
internal static class Operators
{
    private static readonly Dictionary<string, string> Irregular = new()
    {
        ["eq"] = "Equal",
        ["ne"] = "NotEqual",
        ["neq"] = "NotEqual",
        ["gt"] = "GreaterThan",
        ["ge"] = "GreaterEqual",
        ["lt"] = "LessThan",
        ["le"] = "LessEqual",
        ["not-begin-with"] = "DoesNotBeginWith",
        ["not-end-with"] = "DoesNotEndWith",
        ["last-seven-days"] = "Last7Days",
        ["next-seven-days"] = "Next7Days",
        ["eq-userid"] = "EqualUserId",
        ["ne-userid"] = "NotEqualUserId",
        ["eq-businessid"] = "EqualBusinessId",
        ["ne-businessid"] = "NotEqualBusinessId",
        ["eq-userteams"] = "EqualUserTeams",
        ["eq-useroruserteams"] = "EqualUserOrUserTeams",
        ["eq-useroruserhierarchy"] = "EqualUserOrUserHierarchy",
        ["eq-useroruserhierarchyandteams"] = "EqualUserOrUserHierarchyAndTeams",
        ["eq-userlanguage"] = "EqualUserLanguage",
        ["eq-or-above"] = "AboveOrEqual",
        ["eq-or-under"] = "UnderOrEqual",
        ["not-contain-values"] = "DoesNotContainValues",
        ["contain-values"] = "ContainValues",
    };

    public static ConditionOperator? Find(string? name)
    {
        if (name is null)
        {
            return null;
        }

        var text = Irregular.GetValueOrDefault(name)
            ?? string.Concat(name.Replace("olderthan", "older-than", StringComparison.Ordinal).Split('-').Select(p => char.ToUpperInvariant(p[0]) + p[1..]));
        return Enum.TryParse<ConditionOperator>(text, out var found) ? found : null;
    }

    /// <summary>The value as a developer gives it in code.</summary>
    public static object Typed(ConditionOperator op, ColumnMetadata? column, string text)
    {
        var name = op.ToString();
        if (name.Contains('X', StringComparison.Ordinal) || name.Contains("Fiscal", StringComparison.Ordinal))
        {
            return int.TryParse(text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var count) ? count : text;
        }

        return column?.Type switch
        {
            ColumnType.WholeNumber or ColumnType.Choice or ColumnType.State or ColumnType.Status or ColumnType.Choices when int.TryParse(text, CultureInfo.InvariantCulture, out var number) => number,
            ColumnType.BigNumber when long.TryParse(text, CultureInfo.InvariantCulture, out var big) => big,
            ColumnType.Decimal or ColumnType.Money when decimal.TryParse(text, CultureInfo.InvariantCulture, out var amount) => amount,
            ColumnType.Floating when double.TryParse(text, CultureInfo.InvariantCulture, out var real) => real,
            ColumnType.YesNo => text is "1" or "true",
            ColumnType.Id or ColumnType.Guid or ColumnType.Lookup when Guid.TryParse(text, out var id) => id,
            ColumnType.DateTime when DateTime.TryParse(
                text, CultureInfo.InvariantCulture, DateTimeStyles.RoundtripKind, out var date) => date,
            _ => text,
        };
    }
}
