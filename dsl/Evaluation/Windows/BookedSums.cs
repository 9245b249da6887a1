using System;

namespace CrmAddon.Rules.Evaluation;

/// <summary>What the earlier months of a window booked for one partner, role and product under one rule.</summary>
internal readonly record struct BookedSums(string Rule, string PartnerKey, string Role, string Product, Carried Sums)
{
    public bool IsOf(CommissionRule rule, Portion portion) =>
        string.Equals(Rule, rule.Name, StringComparison.Ordinal)
        && string.Equals(PartnerKey, portion.PartnerKey, StringComparison.Ordinal)
        && string.Equals(Role, portion.Role, StringComparison.Ordinal);
}
