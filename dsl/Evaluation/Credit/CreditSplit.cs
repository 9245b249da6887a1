using System;
using System.Collections.Generic;
using System.Linq;
using CrmAddon.Rules.Money;

namespace CrmAddon.Rules.Evaluation;

/// <summary>
/// What one credit rule would do: exact parts that with the house's add up to one, or a refusal. Reused from case to case.
/// </summary>
internal sealed class CreditSplit(CreditAction action)
{
    private Portion[] portions = [];

    /// <summary>What the portions came of; it has the words for why.</summary>
    public CreditAction Action { get; private set; } = action;

    public int Count { get; private set; }

    /// <summary>By partner key, then role.</summary>
    public Portion this[int index] => portions[index];

    public IEnumerable<Portion> Portions => portions.Take(Count);

    /// <summary>What nobody else was given.</summary>
    public Rational House
    {
        get
        {
            var house = Rational.One;
            for (var i = 0; i < Count; i++)
                house -= portions[i].Part;
            return house.Reduced();
        }
    }

    /// <summary>Why the rule refuses this roster; null when it credits.</summary>
    public Finding? Refusal { get; private set; }

    public void Begin(CreditAction by)
    {
        Action = by;
        Count = 0;
        Refusal = null;
    }

    /// <summary>Adds a partner's part of a role; one of nothing is no part.</summary>
    public void Add(Seat seat, in Rational part, int partners, in Rational ofRole)
    {
        if (part.Sign <= 0)
            return;
        Next().Set(seat, part, partners, ofRole);
        Arrange();
    }

    /// <summary>Adds a part for someone by name; one of nothing is no part.</summary>
    public void Add(string partnerKey, string partnerName, string role, in Rational part, Seat? seat)
    {
        if (part.Sign <= 0)
            return;
        Next().Set(partnerKey, partnerName, role, part, seat);
        Arrange();
    }

    public void Refuse(Finding reason)
    {
        Count = 0;
        Refusal = reason;
    }

    /// <summary>Whether both credit the same partners in the same roles with the same parts.</summary>
    public bool IsSameAs(CreditSplit other)
    {
        if (Refusal is null != other.Refusal is null || Count != other.Count)
            return false;
        for (var i = 0; i < Count; i++)
        {
            if (portions[i].PartnerKey != other[i].PartnerKey || portions[i].Role != other[i].Role || portions[i].Part != other[i].Part)
                return false;
        }
        return true;
    }

    private Portion Next()
    {
        if (Count == portions.Length)
            Grow();
        return portions[Count++];
    }

    // Brings the last one to its place.
    private void Arrange()
    {
        var at = Count - 1;
        var portion = portions[at];
        for (; at > 0 && Portion.Compare(portions[at - 1], portion) > 0; at--)
            portions[at] = portions[at - 1];
        portions[at] = portion;
    }

    private void Grow()
    {
        var from = portions.Length;
        Array.Resize(ref portions, Math.Max(4, from * 2));
        for (var i = from; i < portions.Length; i++)
            portions[i] = new Portion(this);
    }
}
