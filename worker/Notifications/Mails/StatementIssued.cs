using System.Collections.Generic;
using System.Linq;

namespace CrmAddon.Worker.Notifications.Mails;

/// <summary>The data of <c>statement.issued</c>: what a partner earned in a month that was closed. Amounts are in the statement's currency.</summary>
internal sealed record StatementIssued(
    string Partner, string Program, string Currency, string Month, decimal Opening, decimal Earned, decimal Adjustments, decimal Clawbacks,
    decimal HeldNow, decimal Released, decimal HeldBalance, decimal Closing, decimal Payable, int Entries,
    IReadOnlyList<StatementLine>? Lines = null, string? Language = null)
{
    private static readonly string[] Columns = ["for", "rule", "month", "amount"];

    public MailContent Content(MailLanguage language)
    {
        var month = language.Month(Month);
        List<MailPart> parts = [new Paragraph(Summary(language, month)), Balances(language)];
        if (HeldNow != 0)
            parts.Add(new Paragraph(language.Say("statement.held", ("amount", language.Money(HeldNow, Currency)))));
        if (Released != 0)
            parts.Add(new Paragraph(language.Say("statement.released", ("amount", language.Money(Released, Currency)))));
        if (Lines is { Count: > 0 })
            parts.AddRange([new Paragraph(Heading(language, Lines.Count)) { Place = MailPlace.Mail }, Details(language, Lines)]);
        parts.Add(new Paragraph(language.Say("statement.dispute")) { Place = MailPlace.Mail });
        parts.Add(new Paragraph(language.Say("statement.dispute.card")) { Place = MailPlace.Card });
        return new MailContent(language.Say("statement.title", ("month", month)), parts);
    }

    private string Summary(MailLanguage language, string month)
    {
        (string, object)[] known = [("month", month), ("partner", Partner), ("program", Program), ("earned", language.Money(Earned, Currency))];
        return Payable > 0 ? language.Say("statement.payable", [.. known, ("payable", language.Money(Payable, Currency))])
            : Payable < 0 ? language.Say("statement.owed", [.. known, ("owed", language.Money(-Payable, Currency))])
            : language.Say("statement.nothing-payable", known);
    }

    private string Heading(MailLanguage language, int listed) =>
        listed < Entries ? language.Say("statement.lines.largest", ("listed", listed), ("entries", Entries))
        : Entries == 1 ? language.Say("statement.lines.one")
        : language.Say("statement.lines.all", ("entries", Entries));

    private Table Balances(MailLanguage language)
    {
        (string Row, decimal Amount, bool Always)[] rows =
        [
            ("opening", Opening, true),
            ("earned", Earned, true),
            ("adjustments", Adjustments, false),
            ("clawbacks", Clawbacks, false),
            ("closing", Closing, true),
            ("still-held", -HeldBalance, false),
            ("payable", Payable, true),
        ];
        return new Table(
            null,
            [.. rows.Where(row => row.Always || row.Amount != 0).Select(row => (IReadOnlyList<string>)
                [language.Say("statement.row." + row.Row), language.Money(row.Amount, Currency)])],
            LastIsTotal: true);
    }

    private Table Details(MailLanguage language, IReadOnlyList<StatementLine> lines) => new(
        [.. Columns.Select(column => language.Say("statement.column." + column))],
        [.. lines.Select(line => (IReadOnlyList<string>)
            [line.For, line.Rule, language.Month(line.Month), language.Money(line.Amount, Currency)])],
        LastIsTotal: false) { Place = MailPlace.Mail };
}
