using CrmAddon.Rules.Money;

namespace CrmAddon.Rules.Evaluation;

/// <summary>One partner's exact part of a credit. Reused from case to case.</summary>
internal sealed class Portion(CreditSplit split) : IReason
{
    private string? key;
    private string? name;
    private string? role;
    private Rational part;
    private Rational rolePart;

    public string PartnerKey => key ?? Seat!.PartnerKey;

    public string PartnerName => name ?? Seat!.DisplayName;

    public string Role => role ?? Seat!.Role;

    public ref readonly Rational Part => ref part;

    /// <summary>The partner's place on the roster; null for one of whom nothing is known.</summary>
    public Seat? Seat { get; private set; }

    /// <summary>How many partners the part of the role was divided among; 0 where no role was divided.</summary>
    public int Partners { get; private set; }

    /// <summary>The part of the whole role, what empty roles left to it included.</summary>
    public ref readonly Rational RolePart => ref Partners > 1 ? ref rolePart : ref part;

    /// <summary>A part for someone's place on the roster.</summary>
    public void Set(Seat seat, in Rational ownPart, int partners, in Rational ofRole)
    {
        key = name = role = null;
        Seat = seat;
        part = ownPart;
        Partners = partners;
        if (partners > 1)
            rolePart = ofRole;
    }

    /// <summary>A part for someone by name.</summary>
    public void Set(string partnerKey, string partnerName, string asRole, in Rational ownPart, Seat? seat)
    {
        key = partnerKey;
        name = partnerName;
        role = asRole;
        Seat = seat;
        part = ownPart;
        Partners = 0;
    }

    /// <summary>Why the partner has this part.</summary>
    public Finding Reason() => split.Action.Reason(this);

    public static int Compare(Portion left, Portion right)
    {
        var order = string.CompareOrdinal(left.PartnerKey, right.PartnerKey);
        return order == 0 ? string.CompareOrdinal(left.Role, right.Role) : order;
    }
}
