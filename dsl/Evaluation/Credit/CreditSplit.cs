using System;
using System.Collections.Generic;
using System.Linq;
using CrmAddon.Rules.Money;

namespace CrmAddon.Rules.Evaluation;

/// <summary>What one credit rule would do: exact parts that with the house's add up to one, or a refusal.</summary>
internal sealed class CreditSplit
{
    private CreditSplit(IReadOnlyList<Portion> portions, Rational house, string? refusal)
    {
        Portions = portions;
        House = house;
        Refusal = refusal;
    }

    /// <summary>By partner key, then role.</summary>
    public IReadOnlyList<Portion> Portions { get; }

    public Rational House { get; }

    /// <summary>Why the rule refuses this roster; null when it credits.</summary>
    public string? Refusal { get; }

    public static CreditSplit Of(IEnumerable<Portion> portions)
    {
        var sorted = portions.Where(portion => portion.Part.Sign > 0)
            .OrderBy(portion => portion.PartnerKey, StringComparer.Ordinal)
            .ThenBy(portion => portion.Role, StringComparer.Ordinal).ToArray();
        var credited = sorted.Aggregate(Rational.Zero, (sum, portion) => (sum + portion.Part).Reduced());
        return new CreditSplit(sorted, Rational.One - credited, null);
    }

    public static CreditSplit Refused(string reason) => new([], Rational.One, reason);

    /// <summary>Whether both credit the same partners in the same roles with the same parts.</summary>
    public bool IsSameAs(CreditSplit other) =>
        (Refusal is null) == (other.Refusal is null) && Portions.Count == other.Portions.Count
        && Portions.Zip(other.Portions, (mine, theirs) =>
            mine.PartnerKey == theirs.PartnerKey && mine.Role == theirs.Role && mine.Part == theirs.Part).All(same => same);
}
