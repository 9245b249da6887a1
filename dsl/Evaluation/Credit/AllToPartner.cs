using CrmAddon.Rules.Money;

namespace CrmAddon.Rules.Evaluation;

/// <summary>All to the partner that a field names, except what the house keeps.</summary>
internal sealed class AllToPartner(FieldSlot target, string? asRole, decimal kept) : CreditAction
{
    public override FieldSlot? Target => target;

    private (string Path, string? Role, decimal Kept) Terms => (target.Path, asRole, kept);

    public override bool IsWrittenAs(CreditAction other) => other is AllToPartner same && Terms.Equals(same.Terms);

    public override CreditSplit Divide(Facts facts, Roster roster, RegistrationFacts? registration)
    {
        var value = target.Read(facts);
        if (!value.IsKnown)
            return CreditSplit.Refused(Sentences.NoPartner(target.Path));
        var key = value.AsName;
        var isRegistrant = target.Subject == "registration" && registration?.PartnerKey == key;
        var role = asRole ?? (isRegistrant ? registration?.Role : null);
        var participant = roster.Find(key, role);
        var name = participant?.PartnerName ?? (isRegistrant ? registration?.PartnerName : null) ?? key;
        return CreditSplit.Of(
            [new Portion(key, name, role ?? participant?.Role ?? "", Rational.One - kept, participant, Sentences.AllTo(target.Path))]);
    }
}
