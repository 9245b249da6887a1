using System;
using System.Collections.Generic;
using System.Linq;
using CrmAddon.Rules.Json;

namespace CrmAddon.Rules.Cli.Previewing;

/// <summary>
/// Compares what cases come to under two versions. Keeps sums and the cases that move most, so that memory grows with the partners
/// and not with the cases.
/// </summary>
internal sealed class Preview(RuleProgram before, RuleProgram after, int mostMovers)
{
    private const int Named = 20;

    private readonly Dictionary<string, PartnerMoney> partners = new(StringComparer.Ordinal);
    private readonly Earnings earnedBefore = new(before);
    private readonly Earnings earnedAfter = new(after);
    private readonly PriorityQueue<Mover, (decimal, decimal)> movers = new();
    private readonly List<(string Case, string Reason)> undecided = [];
    private readonly List<(string Partner, string Before, string After)> tiers = [];

    public RuleProgram Before => before;

    public RuleProgram After => after;

    /// <summary>How many cases were judged.</summary>
    public long Cases { get; private set; }

    /// <summary>How many of them come out differently.</summary>
    public long Changed { get; private set; }

    /// <summary>How many cases only the version after leaves to a person.</summary>
    public long BecameUndecided { get; private set; }

    /// <summary>How many cases only the version before left to a person.</summary>
    public long BecameDecided { get; private set; }

    /// <summary>The first of the cases that became undecided, and why.</summary>
    public IReadOnlyList<(string Case, string Reason)> Undecided => undecided;

    /// <summary>The cases that move most money, most first.</summary>
    public IEnumerable<Mover> Movers => movers.UnorderedItems
        .OrderByDescending(mover => mover.Priority).ThenBy(mover => mover.Element.Name, StringComparer.Ordinal).Select(mover => mover.Element);

    /// <summary>How many cases were left out, because they are made of other cases under one version.</summary>
    public long LeftOut { get; private set; }

    /// <summary>The first of the partners that have another tier, and which.</summary>
    public IReadOnlyList<(string Partner, string Before, string After)> Tiers => tiers;

    public void Add(StoredCase stored)
    {
        if (stored is StoredPartner or StoredLimits)
        {
            LeftOut++;
            return;
        }
        Cases++;
        var (oldRuling, newRuling) = (stored.Judge(before)[0], stored.Judge(after)[0]);
        var (old, now) = (Outcome.Of(oldRuling), Outcome.Of(newRuling));
        foreach (var (key, name) in stored.Partners)
            Money(key).Name = name ?? Money(key).Name;
        Sum(old, (money, amount) => money.CreditedBefore += amount);
        Sum(now, (money, amount) => money.CreditedAfter += amount);
        earnedBefore.Add(stored, oldRuling, old);
        earnedAfter.Add(stored, newRuling, now);
        Compare(stored, old, now);
    }

    /// <summary>Every partner's money, the largest change first; the house is last.</summary>
    public IReadOnlyList<PartnerMoney> Partners { get; private set; } = [];

    /// <summary>Works out what only all cases together come to; nothing is added after that.</summary>
    public void Close()
    {
        foreach (var (partner, amount) in earnedBefore.Totals())
            Money(partner).EarnedBefore = amount;
        foreach (var (partner, amount) in earnedAfter.Totals())
            Money(partner).EarnedAfter = amount;
        Partners = [.. partners.Values
            .OrderBy(money => money.Key.Length == 0)
            .ThenByDescending(money => decimal.Abs(money.EarnedChange))
            .ThenByDescending(money => decimal.Abs(money.CreditChange))
            .ThenBy(money => money.Key, StringComparer.Ordinal)];
    }

    private void Compare(StoredCase stored, Outcome old, Outcome now)
    {
        var mover = new Mover(stored, old, now);
        if (old.Tier != now.Tier && tiers.Count < Named)
            tiers.Add((stored.Name, old.Tier!, now.Tier!));
        if (old.IsUndecided != now.IsUndecided)
        {
            if (now.IsUndecided && ++BecameUndecided <= Named)
                undecided.Add((stored.Name, now.Reason));
            else if (old.IsUndecided)
                BecameDecided++;
        }
        else if (mover.Movement == default && old.Tier == now.Tier)
        {
            return;
        }
        Changed++;
        if (mover.Movement == default)
            return;
        movers.Enqueue(mover, mover.Movement);
        if (movers.Count > mostMovers)
            movers.Dequeue();
    }

    private void Sum(Outcome outcome, Action<PartnerMoney, decimal> add)
    {
        foreach (var (partner, amount) in outcome.Credited)
            add(Money(partner), amount);
    }

    private PartnerMoney Money(string partner)
    {
        if (!partners.TryGetValue(partner, out var money))
            partners[partner] = money = new PartnerMoney(partner);
        return money;
    }
}
