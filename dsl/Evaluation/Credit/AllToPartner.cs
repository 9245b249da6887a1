using System.Collections.Generic;
using CrmAddon.Rules.Money;

namespace CrmAddon.Rules.Evaluation;

/// <summary>All to the partner that a field names, except what the house keeps.</summary>
internal sealed class AllToPartner(FieldSlot target, string? asRole, decimal kept) : CreditAction
{
    public override FieldSlot? Target => target;

    public override IReadOnlyList<string> Roles { get; } = asRole is null ? [] : [asRole];

    /// <summary>The role that the partner is credited in; null where the registration or the roster says it.</summary>
    public string? AsRole => asRole;

    /// <summary>The part that the house keeps.</summary>
    public decimal Kept => kept;

    private (string Path, string? Role, decimal Kept) Terms => (target.Path, asRole, kept);

    public override bool IsWrittenAs(CreditAction other) => other is AllToPartner same && Terms.Equals(same.Terms);

    public override Finding Reason(Portion portion) => Reasons.AllTo(target.Path);

    protected override void Fill(CreditSplit split, Facts facts, Roster roster, in Registrant registrant)
    {
        var value = target.Read(facts);
        if (!value.IsKnown)
        {
            split.Refuse(Reasons.NoPartner(target.Path));
            return;
        }
        var key = value.AsName;
        var isRegistrant = target.Subject == "registration" && registrant.PartnerKey == key;
        var role = asRole ?? (isRegistrant ? registrant.Role : null);
        var seat = roster.Find(key, role);
        var name = seat?.PartnerName ?? (isRegistrant ? registrant.PartnerName : null) ?? key;
        split.Add(key, name, role ?? seat?.Role ?? "", Rational.One - kept, seat);
    }
}
