using CrmAddon.Plugins.Languages;
using CrmAddon.Rules;

namespace CrmAddon.Plugins.Periods;

/// <summary>What people are told when a month can't be closed or a closed one is to be changed.</summary>
internal static class PeriodText
{
    public static Refusal NoMonth(string text) => new("period.no-month", ("text", text));

    public static Refusal NoProgram(string code) => new("period.no-program", ("code", code));

    public static Refusal NoOpenMonth(string program) => new("period.no-open-month", ("program", program));

    public static Refusal OpenMonthIsKept(Month open) => new("period.open-month-is-kept", ("open", open));

    public static Refusal CloseEarlierFirst(Month month, Month open) => new("period.close-earlier-first", ("month", month), ("open", open));

    public static Refusal BeforeTheBooks(Month month, string program) => new("period.before-the-books", ("month", month), ("program", program));

    public static Refusal StillWaiting(Month month, int waiting, string first) => new(
        waiting == MonthClose.MostCounted ? "period.many-waiting" : "period.still-waiting", ("month", month), ("waiting", waiting), ("first", first));

    public static Sentence StateOf(Closing closing) => closing.Closed is not null
        ? new("period.closed", ("month", closing.Month))
        : new("period.closing", ("month", closing.Month), ("waiting", closing.Waiting));

    public static Refusal IsClosed(string period) => new("period.is-closed", ("period", period));

    public static Refusal IsBeingClosed(string period) => new("period.is-being-closed", ("period", period));

    public static Refusal ClosedByClosing(string period) => new("period.closed-by-closing", ("period", period));

    public static Refusal NotByHand() => new("statement.not-by-hand");

    public static Refusal IsIssued(string statement) => new("statement.is-issued", ("statement", statement));
}
