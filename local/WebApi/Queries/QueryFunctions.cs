using System;
using System.Collections.Generic;
using System.Text;

namespace CrmAddon.Local.WebApi.Queries;

/// <summary>
/// The platform's own functions of <c>$filter</c> and FetchXML's operators for them.
/// <see href="https://learn.microsoft.com/power-apps/developer/data-platform/webapi/reference/queryfunctions">Query functions</see>
/// </summary>
internal static class QueryFunctions
{
    private static readonly Dictionary<string, string> Irregular = new(StringComparer.Ordinal)
    {
        ["AboveOrEqual"] = "eq-or-above",
        ["ContainValues"] = "contain-values",
        ["DoesNotContainValues"] = "not-contain-values",
        ["EqualBusinessId"] = "eq-businessid",
        ["EqualUserId"] = "eq-userid",
        ["EqualUserLanguage"] = "eq-userlanguage",
        ["EqualUserOrUserHierarchy"] = "eq-useroruserhierarchy",
        ["EqualUserOrUserHierarchyAndTeams"] = "eq-useroruserhierarchyandteams",
        ["EqualUserOrUserTeams"] = "eq-useroruserteams",
        ["EqualUserTeams"] = "eq-userteams",
        ["Last7Days"] = "last-seven-days",
        ["Next7Days"] = "next-seven-days",
        ["NotEqualBusinessId"] = "ne-businessid",
        ["NotEqualUserId"] = "ne-userid",
        ["UnderOrEqual"] = "eq-or-under",
    };

    private static readonly string[] Regular =
    [
        "Above", "Between", "In", "InFiscalPeriod", "InFiscalPeriodAndYear", "InFiscalYear", "InOrAfterFiscalPeriodAndYear",
        "InOrBeforeFiscalPeriodAndYear", "LastFiscalPeriod", "LastFiscalYear", "LastMonth", "LastWeek", "LastXDays", "LastXFiscalPeriods",
        "LastXFiscalYears", "LastXHours", "LastXMonths", "LastXWeeks", "LastXYears", "LastYear", "NextFiscalPeriod", "NextFiscalYear",
        "NextMonth", "NextWeek", "NextXDays", "NextXFiscalPeriods", "NextXFiscalYears", "NextXHours", "NextXMonths", "NextXWeeks",
        "NextXYears", "NextYear", "NotBetween", "NotIn", "NotOn", "NotUnder", "OlderThanXDays", "OlderThanXHours", "OlderThanXMinutes",
        "OlderThanXMonths", "OlderThanXWeeks", "OlderThanXYears", "On", "OnOrAfter", "OnOrBefore", "ThisFiscalPeriod", "ThisFiscalYear",
        "ThisMonth", "ThisWeek", "ThisYear", "Today", "Tomorrow", "Under", "Yesterday",
    ];

    private static readonly Dictionary<string, string> Operators = Build();

    public static string? Operator(string function) => Operators.GetValueOrDefault(function);

    private static Dictionary<string, string> Build()
    {
        var all = new Dictionary<string, string>(Irregular, StringComparer.Ordinal);
        foreach (var name in Regular)
        {
            all[name] = Words(name).Replace("older-than", "olderthan", StringComparison.Ordinal);
        }

        return all;
    }

    private static string Words(string name)
    {
        var text = new StringBuilder();
        foreach (var c in name)
        {
            if (char.IsAsciiLetterUpper(c) && text.Length > 0)
            {
                text.Append('-');
            }

            text.Append(char.ToLowerInvariant(c));
        }

        return text.ToString();
    }
}
