using System;
using System.Collections.Generic;
using System.Linq;
using CrmAddon.Rules.Checking.Situations;

namespace CrmAddon.Rules.Comparing;

/// <summary>What one case pays under two versions; a deal counts as won, so that its commissions are seen.</summary>
internal static class Payout
{
    /// <summary>Who gets another amount after than before, credit first.</summary>
    public static List<TermChange> Differences(RuleProgram before, RuleProgram after, Witness witness)
    {
        var old = Amounts(before, witness);
        var now = Amounts(after, witness);
        return [.. old.Keys.Union(now.Keys)
            .Where(key => Amount(old, key) != Amount(now, key))
            .OrderBy(key => key.IsCommission).ThenBy(key => key.Partner, StringComparer.Ordinal)
            .Select(key => new TermChange(
                (key.IsCommission ? "commission " : "credit ") + key.Partner, NumberText.Grouped(Amount(old, key)), NumberText.Grouped(Amount(now, key))))];
    }

    private static decimal Amount(Dictionary<(bool IsCommission, string Partner), decimal> amounts, (bool IsCommission, string Partner) key) =>
        amounts.TryGetValue(key, out var amount) ? amount : 0;

    private static Dictionary<(bool IsCommission, string Partner), decimal> Amounts(RuleProgram program, Witness witness)
    {
        var (credit, earnings) = witness.Deal is { } deal
            ? Parts(program.Judge(deal with { IsWon = true }))
            : Parts(program.Judge(witness.Usage!));
        var amounts = new Dictionary<(bool IsCommission, string Partner), decimal> { [(false, "house")] = credit.HouseAmount };
        foreach (var share in credit.Shares)
            amounts[(false, share.PartnerKey)] = Amount(amounts, (false, share.PartnerKey)) + share.Amount;
        foreach (var earning in earnings)
            amounts[(true, earning.PartnerKey)] = Amount(amounts, (true, earning.PartnerKey)) + earning.Amount;
        return amounts;
    }

    private static (CreditResult Credit, IReadOnlyList<Earning> Earnings) Parts(DealRuling ruling) => (ruling.Credit, ruling.Earnings);

    private static (CreditResult Credit, IReadOnlyList<Earning> Earnings) Parts(UsageRuling ruling) => (ruling.Credit, ruling.Earnings);
}
