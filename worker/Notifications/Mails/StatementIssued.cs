using System.Collections.Generic;
using System.Linq;

namespace CrmAddon.Worker.Notifications.Mails;

/// <summary>The data of <c>statement.issued</c>: what a partner earned in a month that was closed. Amounts are in the statement's currency.</summary>
internal sealed record StatementIssued(
    string Partner, string Program, string Currency, string Month, decimal Opening, decimal Earned, decimal Adjustments, decimal Clawbacks,
    decimal HeldNow, decimal Released, decimal HeldBalance, decimal Closing, decimal Payable, int Entries,
    IReadOnlyList<StatementLine>? Lines = null)
{
    public MailContent Content()
    {
        var month = Say.Month(Month);
        List<MailPart> parts = [new Paragraph(Summary(month)), Balances()];
        if (HeldNow != 0)
            parts.Add(new Paragraph(MailTexts.StatementHeld(Amount(HeldNow))));
        if (Released != 0)
            parts.Add(new Paragraph(MailTexts.StatementReleased(Amount(Released))));
        if (Lines is { Count: > 0 })
            parts.AddRange([new Paragraph(MailTexts.StatementLines(Lines.Count, Entries)), Details(Lines)]);
        parts.Add(new Paragraph(MailTexts.StatementDispute));
        return new MailContent(MailTexts.StatementTitle(month), parts);
    }

    private string Summary(string month) => Payable > 0
        ? MailTexts.StatementPayable(Partner, Program, month, Amount(Earned), Amount(Payable))
        : Payable < 0
            ? MailTexts.StatementOwed(Partner, Program, month, Amount(Earned), Amount(-Payable))
            : MailTexts.StatementNothingPayable(Partner, Program, month, Amount(Earned));

    private Table Balances()
    {
        (string Label, decimal Amount, bool Always)[] rows =
        [
            (MailTexts.Opening, Opening, true),
            (MailTexts.Earned, Earned, true),
            (MailTexts.Adjustments, Adjustments, false),
            (MailTexts.Clawbacks, Clawbacks, false),
            (MailTexts.Closing, Closing, true),
            (MailTexts.StillHeld, -HeldBalance, false),
            (MailTexts.Payable, Payable, true),
        ];
        return new Table(
            null,
            [.. rows.Where(row => row.Always || row.Amount != 0).Select(row => (IReadOnlyList<string>)[row.Label, Amount(row.Amount)])],
            LastIsTotal: true);
    }

    private Table Details(IReadOnlyList<StatementLine> lines) => new(
        [MailTexts.LineFor, MailTexts.LineRule, MailTexts.LineMonth, MailTexts.LineAmount],
        [.. lines.Select(line => (IReadOnlyList<string>)
            [line.For, line.Rule, Say.Month(line.Month), Amount(line.Amount)])],
        LastIsTotal: false);

    private string Amount(decimal amount) => Say.Money(amount, Currency);
}
