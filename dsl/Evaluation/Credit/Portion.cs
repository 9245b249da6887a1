using CrmAddon.Rules.Money;

namespace CrmAddon.Rules.Evaluation;

/// <summary>One partner's exact part of a credit. Reused from case to case.</summary>
internal sealed class Portion : IReason
{
    public string PartnerKey { get; private set; } = "";

    public string PartnerName { get; private set; } = "";

    public string Role { get; private set; } = "";

    public Rational Part { get; private set; }

    /// <summary>The partner's place on the roster; null for one of whom nothing is known.</summary>
    public Seat? Seat { get; private set; }

    /// <summary>How many partners the part of the role was divided among; 0 where no role was divided.</summary>
    public int Partners { get; private set; }

    /// <summary>The part of the whole role, what empty roles left to it included.</summary>
    public Rational RolePart { get; private set; }

    /// <summary>What gives it.</summary>
    public CreditAction? Action { get; private set; }

    public void Set(
        CreditAction action, string partnerKey, string partnerName, string role, Rational part, Seat? seat, int partners,
        Rational rolePart)
    {
        Action = action;
        PartnerKey = partnerKey;
        PartnerName = partnerName;
        Role = role;
        Part = part;
        Seat = seat;
        Partners = partners;
        RolePart = rolePart;
    }

    /// <summary>Why the partner has this part.</summary>
    public Finding Reason() => Action!.Reason(this);

    public static int Compare(Portion left, Portion right)
    {
        var order = string.CompareOrdinal(left.PartnerKey, right.PartnerKey);
        return order == 0 ? string.CompareOrdinal(left.Role, right.Role) : order;
    }
}
