using System;
using System.Collections.Generic;
using System.Globalization;
using System.Linq;

namespace CrmAddon.Rules.Tests.Generated;

/// <summary>Writes examples that hold: the facts are made up, and what is expected is what the program comes to.</summary>
internal sealed class ExampleWriter(Choices choices, IReadOnlyList<string> roles)
{
    private static readonly string[] Partners = ["Nimbus", "Relay", "\"Harbor & Co\"", "Skyops", "house_of_clouds"];

    /// <summary>An example for a program; of a program that can't be published nothing in particular is expected.</summary>
    public string Write(string program, int number)
    {
        var given = $"example \"Example {Choices.Text(number)}\" given {(choices.Once(2) ? Deal() : Month())}";
        var judged = RuleProgram.Check(program + given + " expect conflict\n", Vocabulary.Standard).Examples.SelectMany(example => example.Rulings);
        return given + judged.LastOrDefault() switch
        {
            // Windows and limits of partners make more of an example than one ruling: then who is credited is expected alone.
            DealRuling deal => Credit(deal.Credit) + (program.Contains(" per p", StringComparison.Ordinal) ? "" : Commission(deal.Earnings)),
            UsageRuling usage => Credit(usage.Credit),
            _ => " expect conflict",
        };
    }

    private string Deal()
    {
        var facts = new List<string>();
        if (choices.Once(2))
            facts.Add("motion " + choices.Of("direct", "co_sell", "resale"));
        if (choices.Once(3))
            facts.Add("deal.source " + choices.Of("referral", "marketing"));
        if (choices.Once(3))
            facts.Add("customer.country \"DE\"");
        if (choices.Once(4))
            facts.Add("registration protected for " + choices.Of(Partners));
        return $"{choices.Of("", "won ")}deal{choices.Of("", " on 2026-05-17")} with amount {choices.Of("", "-")}{choices.Amount(0)}"
            + string.Concat(facts.Select(fact => " and " + fact)) + Roster();
    }

    private string Month()
    {
        var facts = new List<string> { $"usage {choices.Of("", "-", "- ")}{choices.Amount(0)}" };
        if (choices.Once(2))
            facts.Add($"usage in 2026-02 {choices.Amount(0)}");
        if (choices.Once(3))
            facts.Add($"usage of {choices.Of("crm", "\"data lake\"")}{choices.Of("", " in 2026-01")} {choices.Amount(0)}");
        if (choices.Once(3))
            facts.Add("usage growth over 3 months " + choices.Of("20%", "unknown", "-5.5%"));
        if (choices.Once(4))
            facts.Add("customer.status " + choices.Of("active", "cancelled"));
        return "month 2026-03 and customer with " + string.Join(" and ", facts) + Roster();
    }

    private string Roster()
    {
        var names = choices.Some(0, Partners);
        var alone = names.Length == 1 ? choices.Of("", " alone") : "";
        var partners = names.Select(name => $"{name} as {choices.Of([.. roles])}{alone}"
            + (choices.Once(4) ? " weight " + choices.Of("2", "0.5", "0") : "") + (choices.Once(4) ? " engaged 2025-03-31" : ""));
        return names.Length == 0 ? "" : " and " + string.Join(choices.Of(", ", " and "), partners);
    }

    private static string Credit(CreditResult credit) => credit.Outcome switch
    {
        CreditOutcome.Conflict => " expect conflict",
        CreditOutcome.Refused => " expect refused",
        _ => " expect credit " + string.Join(", ", credit.Shares.GroupBy(share => share.PartnerKey)
            .Select(shares => Name(shares.Key) + " " + Amount(shares.Sum(share => share.Amount))).Append("house " + Amount(credit.HouseAmount))),
    };

    private static string Commission(IReadOnlyList<Earning> earnings) => earnings.All(earning => earning.Amount == 0)
        ? " expect no commission"
        : " expect commission " + string.Join(", ", earnings.GroupBy(earning => earning.PartnerKey)
            .Select(group => Name(group.Key) + " " + Amount(group.Sum(earning => earning.Amount))));

    private static string Name(string key) => key.Contains(' ', StringComparison.Ordinal) ? $"\"{key}\"" : key;

    private static string Amount(decimal amount) => amount.ToString("#,##0.##########", CultureInfo.InvariantCulture);
}
