using System;
using System.Collections.Generic;
using System.Linq;

namespace CrmAddon.Rules.Tests.Rulings;

/// <summary>Programs and cases in a few words.</summary>
internal static class Cases
{
    public static RuleProgram Program(string rules)
    {
        var text = "language 1 program \"Case\" in USD role ISV, Reseller, SI, MSP, Referral\n" + rules;
        var result = RuleProgram.Check(text, Vocabulary.Standard);
        return result.Program
            ?? throw new InvalidOperationException(string.Concat(result.Diagnostics.Select(found => found.Render(text, "case"))));
    }

    public static Participant Partner(string key, string role, decimal weight = 1) =>
        new() { PartnerKey = key, Role = role, Weight = weight, EngagedOn = new DateTime(2026, 1, 1) };

    public static DealCase Deal(decimal amount, params Participant[] partners) =>
        new() { Key = "deal", Amount = amount, BusinessDate = new DateTime(2026, 5, 4), IsWon = true, Participants = partners };

    public static UsageCase Usage(Month month, IEnumerable<(Month Month, decimal Amount)> usage, params Participant[] partners) => new()
    {
        CustomerKey = "customer",
        Month = month,
        Usage = new UsageHistory(usage.Select(row => KeyValuePair.Create(row.Month, row.Amount))),
        Participants = partners,
    };
}
