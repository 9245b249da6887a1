using System.Collections.Generic;

namespace CrmAddon.Rules.Evaluation;

/// <summary>Reads the fields that a program uses out of a case, once for each case.</summary>
internal sealed class FactsReader(IReadOnlyList<FieldSlot> slots)
{
    private readonly bool readsPartner = ReadsPartner(slots);

    public Facts Read(DealCase deal)
    {
        var fields = new FieldValue[slots.Count];
        foreach (var slot in slots)
            fields[slot.Index] = slot.OrWhenEmpty(Value(slot, deal));
        return new Facts
        {
            Fields = fields,
            BusinessDate = deal.BusinessDate.Date,
            RegistrationIsProtected = deal.Registration?.IsProtectedOn(deal.BusinessDate) ?? false,
        };
    }

    public Facts Read(UsageCase usage, UsageFigures figures)
    {
        var fields = new FieldValue[slots.Count];
        foreach (var slot in slots)
            fields[slot.Index] = slot.OrWhenEmpty(usage.Fields.TryGetValue(slot.Path, out var value) ? value : default);
        return new Facts { Fields = fields, BusinessDate = usage.Month.FirstDay, Usage = figures };
    }

    /// <summary>The same facts as one partner's rules see them.</summary>
    public Facts ForPartner(Facts facts, Participant? partner)
    {
        if (!readsPartner)
            return facts;
        var fields = (FieldValue[])facts.Fields.Clone();
        foreach (var slot in slots)
        {
            if (slot.Subject == "partner")
                fields[slot.Index] = slot.OrWhenEmpty(Value(slot, partner));
        }
        return facts.With(fields);
    }

    private static FieldValue Value(FieldSlot slot, DealCase deal) => slot.Path switch
    {
        "deal.amount" => FieldValue.OfNumber(deal.Amount),
        _ when slot.Subject == "registration" => Value(slot, deal.Registration),
        _ => deal.Fields.TryGetValue(slot.Path, out var value) ? value : default,
    };

    private static FieldValue Value(FieldSlot slot, RegistrationFacts? registration) => registration is null ? default : slot.Path switch
    {
        "registration.partner" => FieldValue.OfPartner(registration.PartnerKey),
        "registration.protected_from" => registration.ProtectedFrom is { } from ? FieldValue.OfDate(from) : default,
        "registration.protected_until" => registration.ProtectedUntil is { } until ? FieldValue.OfDate(until) : default,
        _ => registration.Fields.TryGetValue(slot.Path, out var value) ? value : default,
    };

    private static FieldValue Value(FieldSlot slot, Participant? partner) =>
        partner is null ? default
        : slot.Path == "partner.engaged" ? (partner.EngagedOn == default ? default : FieldValue.OfDate(partner.EngagedOn))
        : partner.Fields.TryGetValue(slot.Path, out var value) ? value : default;

    private static bool ReadsPartner(IReadOnlyList<FieldSlot> slots)
    {
        foreach (var slot in slots)
        {
            if (slot.Subject == "partner")
                return true;
        }
        return false;
    }
}
