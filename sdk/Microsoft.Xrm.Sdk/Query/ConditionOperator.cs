using System.Runtime.Serialization;

namespace Microsoft.Xrm.Sdk.Query;

/// <summary>How a condition compares a column with its values.</summary>
[DataContract(Name = "ConditionOperator", Namespace = ContractNamespaces.V2011)]
public enum ConditionOperator
{
    /// <summary>Equal.</summary>
    [EnumMember] Equal = 0,
    /// <summary>Not equal.</summary>
    [EnumMember] NotEqual = 1,
    /// <summary>Greater.</summary>
    [EnumMember] GreaterThan = 2,
    /// <summary>Less.</summary>
    [EnumMember] LessThan = 3,
    /// <summary>Greater or equal.</summary>
    [EnumMember] GreaterEqual = 4,
    /// <summary>Less or equal.</summary>
    [EnumMember] LessEqual = 5,
    /// <summary>Matches a pattern.</summary>
    [EnumMember] Like = 6,
    /// <summary>Does not match a pattern.</summary>
    [EnumMember] NotLike = 7,
    /// <summary>One of the values.</summary>
    [EnumMember] In = 8,
    /// <summary>None of the values.</summary>
    [EnumMember] NotIn = 9,
    /// <summary>Between two values, both included.</summary>
    [EnumMember] Between = 10,
    /// <summary>Not between two values.</summary>
    [EnumMember] NotBetween = 11,
    /// <summary>Empty.</summary>
    [EnumMember] Null = 12,
    /// <summary>Not empty.</summary>
    [EnumMember] NotNull = 13,
    /// <summary>Yesterday.</summary>
    [EnumMember] Yesterday = 14,
    /// <summary>Today.</summary>
    [EnumMember] Today = 15,
    /// <summary>Tomorrow.</summary>
    [EnumMember] Tomorrow = 16,
    /// <summary>In the last seven days, today included.</summary>
    [EnumMember] Last7Days = 17,
    /// <summary>In the next seven days.</summary>
    [EnumMember] Next7Days = 18,
    /// <summary>Last week, Sunday to Saturday.</summary>
    [EnumMember] LastWeek = 19,
    /// <summary>This week.</summary>
    [EnumMember] ThisWeek = 20,
    /// <summary>Next week.</summary>
    [EnumMember] NextWeek = 21,
    /// <summary>Last month.</summary>
    [EnumMember] LastMonth = 22,
    /// <summary>This month.</summary>
    [EnumMember] ThisMonth = 23,
    /// <summary>Next month.</summary>
    [EnumMember] NextMonth = 24,
    /// <summary>On a date.</summary>
    [EnumMember] On = 25,
    /// <summary>On or before a date.</summary>
    [EnumMember] OnOrBefore = 26,
    /// <summary>On or after a date.</summary>
    [EnumMember] OnOrAfter = 27,
    /// <summary>Last year.</summary>
    [EnumMember] LastYear = 28,
    /// <summary>This year.</summary>
    [EnumMember] ThisYear = 29,
    /// <summary>Next year.</summary>
    [EnumMember] NextYear = 30,
    /// <summary>In the last so many hours.</summary>
    [EnumMember] LastXHours = 31,
    /// <summary>In the next so many hours.</summary>
    [EnumMember] NextXHours = 32,
    /// <summary>In the last so many days.</summary>
    [EnumMember] LastXDays = 33,
    /// <summary>In the next so many days.</summary>
    [EnumMember] NextXDays = 34,
    /// <summary>In the last so many weeks.</summary>
    [EnumMember] LastXWeeks = 35,
    /// <summary>In the next so many weeks.</summary>
    [EnumMember] NextXWeeks = 36,
    /// <summary>In the last so many months.</summary>
    [EnumMember] LastXMonths = 37,
    /// <summary>In the next so many months.</summary>
    [EnumMember] NextXMonths = 38,
    /// <summary>In the last so many years.</summary>
    [EnumMember] LastXYears = 39,
    /// <summary>In the next so many years.</summary>
    [EnumMember] NextXYears = 40,
    /// <summary>The caller.</summary>
    [EnumMember] EqualUserId = 41,
    /// <summary>Not the caller.</summary>
    [EnumMember] NotEqualUserId = 42,
    /// <summary>The caller's business unit.</summary>
    [EnumMember] EqualBusinessId = 43,
    /// <summary>Not the caller's business unit.</summary>
    [EnumMember] NotEqualBusinessId = 44,
    /// <summary>Used by the platform.</summary>
    [EnumMember] ChildOf = 45,
    /// <summary>Used by the platform.</summary>
    [EnumMember] Mask = 46,
    /// <summary>Used by the platform.</summary>
    [EnumMember] NotMask = 47,
    /// <summary>Used by the platform.</summary>
    [EnumMember] MasksSelect = 48,
    /// <summary>Contains a text (full-text columns).</summary>
    [EnumMember] Contains = 49,
    /// <summary>Does not contain a text (full-text columns).</summary>
    [EnumMember] DoesNotContain = 50,
    /// <summary>The caller's language.</summary>
    [EnumMember] EqualUserLanguage = 51,
    /// <summary>Not on a date.</summary>
    [EnumMember] NotOn = 52,
    /// <summary>Older than so many months.</summary>
    [EnumMember] OlderThanXMonths = 53,
    /// <summary>Begins with a text.</summary>
    [EnumMember] BeginsWith = 54,
    /// <summary>Does not begin with a text.</summary>
    [EnumMember] DoesNotBeginWith = 55,
    /// <summary>Ends with a text.</summary>
    [EnumMember] EndsWith = 56,
    /// <summary>Does not end with a text.</summary>
    [EnumMember] DoesNotEndWith = 57,
    /// <summary>This fiscal year.</summary>
    [EnumMember] ThisFiscalYear = 58,
    /// <summary>This fiscal period.</summary>
    [EnumMember] ThisFiscalPeriod = 59,
    /// <summary>Next fiscal year.</summary>
    [EnumMember] NextFiscalYear = 60,
    /// <summary>Next fiscal period.</summary>
    [EnumMember] NextFiscalPeriod = 61,
    /// <summary>Last fiscal year.</summary>
    [EnumMember] LastFiscalYear = 62,
    /// <summary>Last fiscal period.</summary>
    [EnumMember] LastFiscalPeriod = 63,
    /// <summary>In the last so many fiscal years.</summary>
    [EnumMember] LastXFiscalYears = 64,
    /// <summary>In the last so many fiscal periods.</summary>
    [EnumMember] LastXFiscalPeriods = 65,
    /// <summary>In the next so many fiscal years.</summary>
    [EnumMember] NextXFiscalYears = 66,
    /// <summary>In the next so many fiscal periods.</summary>
    [EnumMember] NextXFiscalPeriods = 67,
    /// <summary>In a fiscal year.</summary>
    [EnumMember] InFiscalYear = 68,
    /// <summary>In a fiscal period of any year.</summary>
    [EnumMember] InFiscalPeriod = 69,
    /// <summary>In a period of a fiscal year.</summary>
    [EnumMember] InFiscalPeriodAndYear = 70,
    /// <summary>In or before a period of a fiscal year.</summary>
    [EnumMember] InOrBeforeFiscalPeriodAndYear = 71,
    /// <summary>In or after a period of a fiscal year.</summary>
    [EnumMember] InOrAfterFiscalPeriodAndYear = 72,
    /// <summary>One of the caller's teams.</summary>
    [EnumMember] EqualUserTeams = 73,
    /// <summary>The caller or one of the caller's teams.</summary>
    [EnumMember] EqualUserOrUserTeams = 74,
    /// <summary>Above a row in its hierarchy.</summary>
    [EnumMember] Above = 75,
    /// <summary>Below a row in its hierarchy.</summary>
    [EnumMember] Under = 76,
    /// <summary>Not below a row in its hierarchy.</summary>
    [EnumMember] NotUnder = 77,
    /// <summary>A row or above it in its hierarchy.</summary>
    [EnumMember] AboveOrEqual = 78,
    /// <summary>A row or below it in its hierarchy.</summary>
    [EnumMember] UnderOrEqual = 79,
    /// <summary>The caller or the people below in the hierarchy.</summary>
    [EnumMember] EqualUserOrUserHierarchy = 80,
    /// <summary>The caller or the people below in the hierarchy and their teams.</summary>
    [EnumMember] EqualUserOrUserHierarchyAndTeams = 81,
    /// <summary>Older than so many years.</summary>
    [EnumMember] OlderThanXYears = 82,
    /// <summary>Older than so many weeks.</summary>
    [EnumMember] OlderThanXWeeks = 83,
    /// <summary>Older than so many days.</summary>
    [EnumMember] OlderThanXDays = 84,
    /// <summary>Older than so many hours.</summary>
    [EnumMember] OlderThanXHours = 85,
    /// <summary>Older than so many minutes.</summary>
    [EnumMember] OlderThanXMinutes = 86,
    /// <summary>A multiple choice that holds one of the options.</summary>
    [EnumMember] ContainValues = 87,
    /// <summary>A multiple choice that holds none of the options.</summary>
    [EnumMember] DoesNotContainValues = 88,
}
