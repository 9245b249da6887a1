using System;
using System.Collections.Generic;
using System.Linq;

namespace CrmAddon.Rules;

/// <summary>The difference between two rulings in money.</summary>
internal static class MoneyChanges
{
    public static IReadOnlyList<MoneyChange> Of(CaseAtHand at, Judged before, Judged after)
    {
        var old = Amounts(before);
        var now = Amounts(after);
        return [.. old.Keys.Union(now.Keys)
            .Select(key => new MoneyChange(key, at.NameOf(key.PartnerKey), Amount(old, key), Amount(now, key)))
            .Where(change => change.Before != change.After)
            .OrderBy(change => change.Rule is null ? 0 : 1)
            .ThenBy(change => change.Rule, StringComparer.Ordinal)
            .ThenBy(change => change.PartnerKey, StringComparer.Ordinal)
            .ThenBy(change => change.Role, StringComparer.Ordinal)
            .ThenBy(change => change.Product, StringComparer.Ordinal)];
    }

    // What a rule earns on all of a partner's customers is one amount here.
    private static Dictionary<MoneyKey, decimal> Amounts(Judged judged)
    {
        var amounts = new Dictionary<MoneyKey, decimal>();
        foreach (var share in judged.Shares)
            amounts[Judged.KeyOf(share)] = share.Amount;
        foreach (var earning in judged.Earnings)
            amounts[Judged.KeyOf(earning)] = Amount(amounts, Judged.KeyOf(earning)) + earning.Amount;
        return amounts;
    }

    private static decimal Amount(Dictionary<MoneyKey, decimal> amounts, MoneyKey key) =>
        amounts.TryGetValue(key, out var amount) ? amount : 0;
}
