using System.Collections.Generic;
using Microsoft.PowerPlatform.Dataverse.Client.Wire;
using Microsoft.Xrm.Sdk.Query;

namespace Microsoft.PowerPlatform.Dataverse.Client.Queries;

/// <summary>FetchXML's names of operators and joins ("operators" and "link-entity element" in the FetchXML reference).</summary>
internal static class OperatorNames
{
    private static readonly Dictionary<ConditionOperator, string> Operators = new()
    {
        [ConditionOperator.Equal] = "eq",
        [ConditionOperator.NotEqual] = "ne",
        [ConditionOperator.GreaterThan] = "gt",
        [ConditionOperator.LessThan] = "lt",
        [ConditionOperator.GreaterEqual] = "ge",
        [ConditionOperator.LessEqual] = "le",
        [ConditionOperator.Like] = "like",
        [ConditionOperator.NotLike] = "not-like",
        [ConditionOperator.In] = "in",
        [ConditionOperator.NotIn] = "not-in",
        [ConditionOperator.Between] = "between",
        [ConditionOperator.NotBetween] = "not-between",
        [ConditionOperator.Null] = "null",
        [ConditionOperator.NotNull] = "not-null",
        [ConditionOperator.Yesterday] = "yesterday",
        [ConditionOperator.Today] = "today",
        [ConditionOperator.Tomorrow] = "tomorrow",
        [ConditionOperator.Last7Days] = "last-seven-days",
        [ConditionOperator.Next7Days] = "next-seven-days",
        [ConditionOperator.LastWeek] = "last-week",
        [ConditionOperator.ThisWeek] = "this-week",
        [ConditionOperator.NextWeek] = "next-week",
        [ConditionOperator.LastMonth] = "last-month",
        [ConditionOperator.ThisMonth] = "this-month",
        [ConditionOperator.NextMonth] = "next-month",
        [ConditionOperator.On] = "on",
        [ConditionOperator.OnOrBefore] = "on-or-before",
        [ConditionOperator.OnOrAfter] = "on-or-after",
        [ConditionOperator.LastYear] = "last-year",
        [ConditionOperator.ThisYear] = "this-year",
        [ConditionOperator.NextYear] = "next-year",
        [ConditionOperator.LastXHours] = "last-x-hours",
        [ConditionOperator.NextXHours] = "next-x-hours",
        [ConditionOperator.LastXDays] = "last-x-days",
        [ConditionOperator.NextXDays] = "next-x-days",
        [ConditionOperator.LastXWeeks] = "last-x-weeks",
        [ConditionOperator.NextXWeeks] = "next-x-weeks",
        [ConditionOperator.LastXMonths] = "last-x-months",
        [ConditionOperator.NextXMonths] = "next-x-months",
        [ConditionOperator.LastXYears] = "last-x-years",
        [ConditionOperator.NextXYears] = "next-x-years",
        [ConditionOperator.EqualUserId] = "eq-userid",
        [ConditionOperator.NotEqualUserId] = "ne-userid",
        [ConditionOperator.EqualBusinessId] = "eq-businessid",
        [ConditionOperator.NotEqualBusinessId] = "ne-businessid",
        [ConditionOperator.EqualUserLanguage] = "eq-userlanguage",
        [ConditionOperator.NotOn] = "not-on",
        [ConditionOperator.OlderThanXMonths] = "olderthan-x-months",
        [ConditionOperator.OlderThanXYears] = "olderthan-x-years",
        [ConditionOperator.OlderThanXWeeks] = "olderthan-x-weeks",
        [ConditionOperator.OlderThanXDays] = "olderthan-x-days",
        [ConditionOperator.OlderThanXHours] = "olderthan-x-hours",
        [ConditionOperator.OlderThanXMinutes] = "olderthan-x-minutes",
        [ConditionOperator.BeginsWith] = "begins-with",
        [ConditionOperator.DoesNotBeginWith] = "not-begin-with",
        [ConditionOperator.EndsWith] = "ends-with",
        [ConditionOperator.DoesNotEndWith] = "not-end-with",
        [ConditionOperator.ThisFiscalYear] = "this-fiscal-year",
        [ConditionOperator.ThisFiscalPeriod] = "this-fiscal-period",
        [ConditionOperator.NextFiscalYear] = "next-fiscal-year",
        [ConditionOperator.NextFiscalPeriod] = "next-fiscal-period",
        [ConditionOperator.LastFiscalYear] = "last-fiscal-year",
        [ConditionOperator.LastFiscalPeriod] = "last-fiscal-period",
        [ConditionOperator.LastXFiscalYears] = "last-x-fiscal-years",
        [ConditionOperator.LastXFiscalPeriods] = "last-x-fiscal-periods",
        [ConditionOperator.NextXFiscalYears] = "next-x-fiscal-years",
        [ConditionOperator.NextXFiscalPeriods] = "next-x-fiscal-periods",
        [ConditionOperator.InFiscalYear] = "in-fiscal-year",
        [ConditionOperator.InFiscalPeriod] = "in-fiscal-period",
        [ConditionOperator.InFiscalPeriodAndYear] = "in-fiscal-period-and-year",
        [ConditionOperator.InOrBeforeFiscalPeriodAndYear] = "in-or-before-fiscal-period-and-year",
        [ConditionOperator.InOrAfterFiscalPeriodAndYear] = "in-or-after-fiscal-period-and-year",
        [ConditionOperator.EqualUserTeams] = "eq-userteams",
        [ConditionOperator.EqualUserOrUserTeams] = "eq-useroruserteams",
        [ConditionOperator.EqualUserOrUserHierarchy] = "eq-useroruserhierarchy",
        [ConditionOperator.EqualUserOrUserHierarchyAndTeams] = "eq-useroruserhierarchyandteams",
        [ConditionOperator.Above] = "above",
        [ConditionOperator.Under] = "under",
        [ConditionOperator.NotUnder] = "not-under",
        [ConditionOperator.AboveOrEqual] = "eq-or-above",
        [ConditionOperator.UnderOrEqual] = "eq-or-under",
        [ConditionOperator.ContainValues] = "contain-values",
        [ConditionOperator.DoesNotContainValues] = "not-contain-values",
    };

    /// <summary>The name of an operator.</summary>
    /// <exception cref="System.ServiceModel.FaultException">FetchXML has none for it.</exception>
    public static string Of(ConditionOperator operation) => Operators.TryGetValue(operation, out var name)
        ? name
        : throw WireFaults.Refuse(WireFaults.InvalidArgument, $"The operator {operation} can't be sent to the Web API: FetchXML has none of this meaning.");

    public static string Of(JoinOperator join) => join switch
    {
        JoinOperator.LeftOuter => "outer",
        JoinOperator.Natural => "natural",
        JoinOperator.MatchFirstRowUsingCrossApply => "matchfirstrowusingcrossapply",
        JoinOperator.In => "in",
        JoinOperator.Exists => "exists",
        JoinOperator.Any => "any",
        JoinOperator.NotAny => "not any",
        JoinOperator.All => "all",
        JoinOperator.NotAll => "not all",
        _ => "inner",
    };

    public static string Of(XrmAggregateType aggregate) => aggregate switch
    {
        XrmAggregateType.CountColumn => "countcolumn",
        XrmAggregateType.Sum => "sum",
        XrmAggregateType.Avg => "avg",
        XrmAggregateType.Min => "min",
        XrmAggregateType.Max => "max",
        _ => "count",
    };

    public static string Of(XrmDateTimeGrouping grouping) => grouping switch
    {
        XrmDateTimeGrouping.Day => "day",
        XrmDateTimeGrouping.Week => "week",
        XrmDateTimeGrouping.Month => "month",
        XrmDateTimeGrouping.Quarter => "quarter",
        XrmDateTimeGrouping.FiscalPeriod => "fiscal-period",
        XrmDateTimeGrouping.FiscalYear => "fiscal-year",
        _ => "year",
    };
}
