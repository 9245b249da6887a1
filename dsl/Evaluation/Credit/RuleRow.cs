using System;
using System.Collections.Generic;

namespace CrmAddon.Rules.Evaluation;

/// <summary>Credit rules that are gathered anew for each case.</summary>
internal sealed class RuleRow
{
    private CreditRule[] rules = [];

    public int Count { get; private set; }

    public CreditRule this[int index] => rules[index];

    public IReadOnlyList<CreditRule> Rules => new ArraySegment<CreditRule>(rules, 0, Count);

    public void Clear() => Count = 0;

    public void Add(CreditRule rule)
    {
        if (Count == rules.Length)
            Array.Resize(ref rules, Count + 8);
        rules[Count++] = rule;
    }

    public bool Contains(CreditRule rule)
    {
        for (var i = 0; i < Count; i++)
        {
            if (ReferenceEquals(rules[i], rule))
                return true;
        }
        return false;
    }
}
