using System;
using System.Collections.Generic;

namespace CrmAddon.Rules;

/// <summary>Who is credited with a deal, and what that earns.</summary>
public sealed class DealRuling : Ruling
{
    internal DealRuling(string programHash, CreditResult credit, IReadOnlyList<Earning> earnings, Func<Finding> derivation)
        : base(programHash, derivation)
    {
        Credit = credit;
        Earnings = earnings;
    }

    /// <summary>Who is credited.</summary>
    public CreditResult Credit { get; }

    /// <summary>What is earned, by rule, then partner; a rule that applied and came to nothing stands here with zero.</summary>
    public IReadOnlyList<Earning> Earnings { get; }
}
