using System;

namespace CrmAddon.Rules.Evaluation;

/// <summary>A partner's place on a roster. Reused from case to case.</summary>
internal sealed class Seat
{
    public string PartnerKey { get; set; } = "";

    /// <summary>The partner's name for people; null where none is given.</summary>
    public string? PartnerName { get; set; }

    public string Role { get; set; } = "";

    public decimal Weight { get; set; }

    public DateTime EngagedOn { get; set; }

    /// <summary>The partner's fields that the program reads, in the order of <see cref="FactsReader"/>.</summary>
    public FieldValue[] Fields { get; set; } = [];

    public string DisplayName => PartnerName ?? PartnerKey;

    public bool IsSamePlace(Seat other) =>
        string.Equals(PartnerKey, other.PartnerKey, StringComparison.Ordinal) && string.Equals(Role, other.Role, StringComparison.Ordinal);

    /// <summary>By key, then role, then day; of equal days the heavier first.</summary>
    public static int Compare(Seat left, Seat right)
    {
        var order = string.CompareOrdinal(left.PartnerKey, right.PartnerKey);
        if (order == 0)
            order = string.CompareOrdinal(left.Role, right.Role);
        if (order == 0)
            order = left.EngagedOn.CompareTo(right.EngagedOn);
        return order == 0 ? right.Weight.CompareTo(left.Weight) : order;
    }
}
