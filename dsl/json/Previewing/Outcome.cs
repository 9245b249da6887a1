using System;
using System.Collections.Generic;
using System.Linq;

namespace CrmAddon.Rules.Json;

/// <summary>What one case comes to under one version, as money.</summary>
internal sealed class Outcome
{
    /// <summary>Who decides it; <see cref="CreditOutcome.Conflict"/> and <see cref="CreditOutcome.Refused"/> wait for a person.</summary>
    public CreditOutcome Decision { get; private init; }

    /// <summary>One sentence on the decision.</summary>
    public string Reason { get; private init; } = "";

    /// <summary>What is credited, by partner; the house has no key.</summary>
    public Dictionary<string, decimal> Credited { get; } = [];

    /// <summary>The tier that a partner has; null where none is decided.</summary>
    public string? Tier { get; private init; }

    /// <summary>What is earned or taken back, by rule and partner, before limits over several cases.</summary>
    public Dictionary<(string Rule, string Partner), decimal> Earned { get; } = [];

    /// <summary>Whether a person has to decide.</summary>
    public bool IsUndecided => Decision is CreditOutcome.Conflict or CreditOutcome.Refused;

    public static Outcome Of(Ruling? ruling) => ruling switch
    {
        null => new Outcome(),
        DealRuling deal => Of(deal.Credit, deal.Earnings),
        UsageRuling usage => Of(usage.Credit, usage.Earnings),
        ClawbackRuling clawback => Of(clawback),
        TierRuling tier => new Outcome { Tier = tier.Tier ?? "no tier" },
        _ => throw new ArgumentException("Such a case is not compared.", nameof(ruling)),
    };

    /// <summary>What a partner earns by all rules.</summary>
    public decimal EarnedBy(string partner) => Earned.Where(earning => earning.Key.Partner == partner).Sum(earning => earning.Value);

    private static Outcome Of(CreditResult credit, IReadOnlyList<Earning> earnings)
    {
        var outcome = new Outcome { Decision = credit.Outcome, Reason = credit.Reason };
        foreach (var share in credit.Shares)
            Add(outcome.Credited, share.PartnerKey, share.Amount);
        Add(outcome.Credited, "", credit.HouseAmount);
        foreach (var earning in earnings)
            Add(outcome.Earned, (earning.Rule, earning.PartnerKey), earning.Amount);
        return outcome;
    }

    private static Outcome Of(ClawbackRuling clawback)
    {
        var outcome = new Outcome();
        foreach (var line in clawback.Lines)
            Add(outcome.Earned, (line.Clawback, line.PartnerKey), line.Amount);
        return outcome;
    }

    private static void Add<TKey>(Dictionary<TKey, decimal> sums, TKey key, decimal amount)
        where TKey : notnull
    {
        sums.TryGetValue(key, out var sum);
        sums[key] = sum + amount;
    }
}
