using System;
using System.Collections.Generic;
using System.Linq;

namespace CrmAddon.Rules.Json;

/// <summary>
/// Compares what cases come to under two versions. Keeps sums and the cases that move most, so that memory grows with the partners
/// and not with the cases.
/// </summary>
public sealed class Preview
{
    private const int Named = 20;

    private readonly Dictionary<string, PartnerMoney> partners = new(StringComparer.Ordinal);
    private readonly Func<Month, RuleProgram?> before;
    private readonly Func<Month, RuleProgram?> after;
    private readonly Month first;
    private readonly bool carriesItself;
    private readonly int mostMovers;
    private readonly Earnings earnedBefore;
    private readonly Earnings earnedAfter;
    private readonly List<Mover> movers = [];
    private readonly List<(string Case, string Reason)> undecided = [];
    private readonly List<(string Partner, string Before, string After)> tiers = [];

    /// <summary>Compares stored cases under two versions.</summary>
    /// <param name="before">The version before.</param>
    /// <param name="after">The version after.</param>
    /// <param name="mostMovers">How many of the cases that move most are kept.</param>
    public Preview(RuleProgram before, RuleProgram after, int mostMovers)
        : this(_ => before, _ => after, default, carriesItself: false, mostMovers)
    {
    }

    /// <summary>Compares a program's months under the rules in force in each and under others.</summary>
    /// <param name="before">The rules in force in a month; null where there are none.</param>
    /// <param name="after">The rules that would be; null where there are none.</param>
    /// <param name="first">The first month that counts; earlier ones are told for what windows had booked before.</param>
    /// <param name="carriesItself">Whether all months of each window are told, so that what was booked before is what they come to.</param>
    /// <param name="mostMovers">How many of the cases that move most are kept.</param>
    public Preview(Func<Month, RuleProgram?> before, Func<Month, RuleProgram?> after, Month first, bool carriesItself, int mostMovers)
    {
        (this.before, this.after, this.first, this.carriesItself, this.mostMovers) = (before, after, first, carriesItself, mostMovers);
        earnedBefore = new Earnings(before, first);
        earnedAfter = new Earnings(after, first);
    }

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
    public IReadOnlyList<Mover> Movers => movers;

    /// <summary>How many cases were left out, because they are made of other cases under one version.</summary>
    public long LeftOut { get; private set; }

    /// <summary>The first of the partners that have another tier, and which.</summary>
    public IReadOnlyList<(string Partner, string Before, string After)> Tiers => tiers;

    /// <summary>Judges a case by both versions.</summary>
    public void Add(StoredCase stored) => Add(stored, stored);

    /// <summary>Judges a case by both versions, which may be told of different months booked before.</summary>
    /// <returns>What both said; null where there are no rules, and for cases that are made anew of other cases.</returns>
    public (Ruling? Before, Ruling? After) Add(StoredCase told, StoredCase toldAfter)
    {
        if (told is StoredPartner or StoredLimits)
        {
            LeftOut++;
            return default;
        }
        var oldRuling = before(told.Month) is { } oldRules ? told.Judge(oldRules)[0] : null;
        var newRuling = after(told.Month) is { } newRules ? toldAfter.Judge(newRules)[0] : null;
        var (old, now) = (Outcome.Of(oldRuling), Outcome.Of(newRuling));
        if (oldRuling is not null)
            earnedBefore.Add(told, oldRuling, old, !carriesItself);
        if (newRuling is not null)
            earnedAfter.Add(toldAfter, newRuling, now, !carriesItself);
        if (told.Month >= first)
            Count(told, oldRuling, newRuling, old, now);
        return (oldRuling, newRuling);
    }

    /// <summary>Every partner's money, the largest change first; the house is last.</summary>
    public IReadOnlyList<PartnerMoney> Partners { get; private set; } = [];

    /// <summary>Works out what only all cases together come to; nothing is added after that.</summary>
    public void Close()
    {
        foreach (var (partner, amount) in earnedBefore.Totals(carriesItself))
            Money(partner).EarnedBefore = amount;
        foreach (var (partner, amount) in earnedAfter.Totals(carriesItself))
            Money(partner).EarnedAfter = amount;
        Partners = [.. partners.Values
            .OrderBy(money => money.Key.Length == 0)
            .ThenByDescending(money => Math.Abs(money.EarnedChange))
            .ThenByDescending(money => Math.Abs(money.CreditChange))
            .ThenBy(money => money.Key, StringComparer.Ordinal)];
    }

    private void Count(StoredCase stored, Ruling? oldRuling, Ruling? newRuling, Outcome old, Outcome now)
    {
        Cases++;
        foreach (var (key, name) in stored.Partners)
            Money(key).Name = name ?? Money(key).Name;
        Sum(old, (money, amount) => money.CreditedBefore += amount);
        Sum(now, (money, amount) => money.CreditedAfter += amount);
        Compare(stored, new Mover(stored, oldRuling, newRuling, old, now), old, now);
    }

    private void Compare(StoredCase stored, Mover mover, Outcome old, Outcome now)
    {
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
        var place = movers.FindIndex(other => Comparer<(decimal, decimal)>.Default.Compare(other.Movement, mover.Movement) is var order
            && (order < 0 || (order == 0 && string.CompareOrdinal(other.Name, mover.Name) > 0)));
        movers.Insert(place < 0 ? movers.Count : place, mover);
        if (movers.Count > mostMovers)
            movers.RemoveAt(movers.Count - 1);
    }

    private void Sum(Outcome outcome, Action<PartnerMoney, decimal> add)
    {
        foreach (var credited in outcome.Credited)
            add(Money(credited.Key), credited.Value);
    }

    private PartnerMoney Money(string partner)
    {
        if (!partners.TryGetValue(partner, out var money))
            partners[partner] = money = new PartnerMoney(partner);
        return money;
    }
}
