using System;
using System.Collections.Generic;
using System.Globalization;
using System.Linq;
using CrmAddon.Plugins.Languages;
using CrmAddon.Plugins.Periods;
using CrmAddon.Plugins.Programs;
using CrmAddon.Rules;
using CrmAddon.Rules.Json;

namespace CrmAddon.Plugins.Notifications;

/// <summary>What the template statement.issued is given.</summary>
/// <param name="Program">The program.</param>
/// <param name="Partner">Name of the partner.</param>
/// <param name="Month">The month.</param>
/// <param name="Amounts">What the statement says.</param>
/// <param name="Lines">Every entry of the month.</param>
/// <param name="MostLines">How many of them, the largest, the mail lists.</param>
internal sealed record StatementIssued(
    ProgramFacts Program, string Partner, Month Month, StatementAmounts Amounts, IReadOnlyList<StatementLine> Lines, int MostLines)
{
    public const string Template = "statement.issued";

    public string Subject(Language language) => Spoken.In(language, new Sentence(
        "notification.statement", ("program", Program.Name), ("month", Month), ("payable", language.Number(Shown(Amounts.Payable))),
        ("currency", Program.IsoCode)));

    public string Data(Language language) => InvariantJson.Object(json =>
    {
        json.Member("language", language.Code);
        json.Member("partner", Partner);
        json.Member("program", Program.Name);
        json.Member("currency", Program.IsoCode);
        json.Member("month", Month.ToString());
        json.Member("opening", OutboxAmount.Text(Amounts.Opening));
        json.Member("earned", OutboxAmount.Text(Amounts.Earned));
        json.Member("adjustments", OutboxAmount.Text(Amounts.Adjustments));
        json.Member("clawbacks", OutboxAmount.Text(Amounts.Clawbacks));
        json.Member("heldNow", OutboxAmount.Text(Amounts.HeldNow));
        json.Member("released", OutboxAmount.Text(Amounts.Released));
        json.Member("heldBalance", OutboxAmount.Text(Amounts.HeldBalance));
        json.Member("closing", OutboxAmount.Text(Amounts.Closing));
        json.Member("payable", OutboxAmount.Text(Amounts.Payable));
        json.Member("entries", Amounts.Entries);
        json.List("lines", Largest(), (line, entry) =>
        {
            line.Member("customer", entry.Customer);
            line.Member("deal", entry.Deal);
            line.Member("rule", entry.Rule);
            line.Member("month", entry.Earned.ToString());
            line.Member("amount", OutboxAmount.Text(entry.Amount));
        });
    });

    private List<StatementLine> Largest() => Lines
        .OrderByDescending(line => Math.Abs(line.Amount))
        .ThenBy(line => line.Customer + "|" + line.Deal + "|" + line.Rule, StringComparer.Ordinal)
        .Take(MostLines)
        .ToList();

    private static string Shown(decimal amount) => amount.ToString("#,0.00##", CultureInfo.InvariantCulture);
}
