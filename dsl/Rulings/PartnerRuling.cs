using System;
using System.Collections.Generic;

namespace CrmAddon.Rules;

/// <summary>What commissions across customers earn one partner in one month.</summary>
public sealed class PartnerRuling : Ruling
{
    internal PartnerRuling(
        string programHash, string partnerKey, Month month, IReadOnlyList<Earning> earnings, Func<Finding> derivation)
        : base(programHash, derivation)
    {
        PartnerKey = partnerKey;
        Month = month;
        Earnings = earnings;
    }

    /// <summary>The partner's key.</summary>
    public string PartnerKey { get; }

    /// <summary>The judged month.</summary>
    public Month Month { get; }

    /// <summary>What is earned, by rule, role and <see cref="Earning.CustomerKey"/>; the parts of a rule add up to its total.</summary>
    public IReadOnlyList<Earning> Earnings { get; }
}
