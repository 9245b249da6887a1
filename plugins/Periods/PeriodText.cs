using System.Globalization;
using CrmAddon.Rules;
using Microsoft.Xrm.Sdk;

namespace CrmAddon.Plugins.Periods;

/// <summary>What people are told when a month can't be closed or a closed one is to be changed.</summary>
internal static class PeriodText
{
    public static InvalidPluginExecutionException NoMonth(string text) => new(
        $"\"{text}\" is no month. Write it as yyyy-MM, such as 2026-03.");

    public static InvalidPluginExecutionException NoProgram(string code) => new(
        $"There is no active program with the code \"{code}\".");

    public static InvalidPluginExecutionException NoOpenMonth(string program) => new(
        $"The program {program} has no open month. Enter the first month of its books on the program.");

    public static InvalidPluginExecutionException OpenMonthIsKept(Month open) => new(
        $"The open month {open} can't be changed by hand any more, since the program has entries or closed months. Close {open} to move on.");

    public static InvalidPluginExecutionException CloseEarlierFirst(Month month, Month open) => new(
        $"{month} can't be closed before {open}, whose books are still open. Close {open} first.");

    public static InvalidPluginExecutionException BeforeTheBooks(Month month, string program) => new(
        $"{month} lies before the first month of the books of {program}: there is nothing to close.");

    public static InvalidPluginExecutionException StillWaiting(Month month, int waiting, string first) => new(
        $"{month} can't be closed yet: {waiting.ToString(CultureInfo.InvariantCulture)}{(waiting == MonthClose.MostCounted ? " or more" : "")} "
        + $"work item(s) of this month or an earlier one still wait, such as \"{first}\". Let the asynchronous service finish, look into the "
        + "system jobs that failed, then close again.");

    public static InvalidPluginExecutionException IsClosed(string period) => new(
        $"The period {period} is closed for good and is never changed or deleted. What comes later is booked in the open month.");

    public static InvalidPluginExecutionException IsBeingClosed(string period) => new(
        $"The period {period} is being closed and can't be opened again or deleted. It is closed when its last partner is posted.");

    public static InvalidPluginExecutionException IsIssued(string statement) => new(
        $"The statement {statement} is issued and its amounts are never changed, nor is it deleted. What comes later stands in the next one.");
}
