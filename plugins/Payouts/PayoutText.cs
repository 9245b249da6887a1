using CrmAddon.Plugins.Languages;
using CrmAddon.Plugins.Tables;
using CrmAddon.Rules;

namespace CrmAddon.Plugins.Payouts;

/// <summary>What people are told when a statement can't be approved or paid.</summary>
internal static class PayoutText
{
    public static Refusal NoSuchMove(string statement, int from, int to) => new(
        "statement.no-such-move", ("statement", statement), ("from", NameOf(from)), ("to", NameOf(to)));

    public static Refusal OwnPartner(string statement, string partner) => new("statement.own-partner", ("statement", statement), ("partner", partner));

    public static Refusal NothingPayable(string statement) => new("statement.nothing-payable", ("statement", statement));

    public static Refusal IsCarried(string statement, string later) => new("statement.is-carried", ("statement", statement), ("later", later));

    public static Refusal MonthIsOpen(string statement) => new("statement.month-is-open", ("statement", statement));

    public static Refusal IsPaid(string statement) => new("statement.is-paid", ("statement", statement));

    public static Refusal IsStamped(string statement) => new("statement.is-stamped", ("statement", statement));

    private static Sentence NameOf(int status) => new("statement.status." + status switch
    {
        StatementRow.StatusOf.Approved => "approved",
        StatementRow.StatusOf.Paid => "paid",
        _ => "issued",
    });
}
