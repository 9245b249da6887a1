using System;
using System.Collections.Generic;
using System.Linq;

namespace CrmAddon.Rules.Evaluation;

/// <summary>Reads the fields that a program uses out of a case, once for each case.</summary>
internal sealed class FactsReader(FieldSlot[] slots)
{
    private readonly FieldSlot[] partnerSlots = [.. slots.Where(slot => slot.Subject == "partner")];

    private readonly FieldValue[] empty = [.. slots.OrderBy(slot => slot.Index).Select(slot => slot.OrWhenEmpty(default))];

    /// <summary>The place of the fields that a case has of itself; negative where the program does not read them.</summary>
    public int AmountPlace { get; } = PlaceOf(slots, "deal.amount");

    public int RegistrantPlace { get; } = PlaceOf(slots, "registration.partner");

    public int ProtectedFromPlace { get; } = PlaceOf(slots, "registration.protected_from");

    public int ProtectedUntilPlace { get; } = PlaceOf(slots, "registration.protected_until");

    /// <summary>The place of a field; negative where the program does not read it.</summary>
    public int PlaceOf(string path) => PlaceOf(slots, path);

    public Facts NewFacts() => new() { Fields = new FieldValue[slots.Length], BusinessDate = default };

    public void Read(DealCase deal, Facts into)
    {
        foreach (var slot in slots)
            into.Fields[slot.Index] = slot.OrWhenEmpty(Value(slot, deal));
        into.BusinessDate = deal.BusinessDate.Date;
        into.RegistrationIsProtected = deal.Registration?.IsProtectedOn(deal.BusinessDate) ?? false;
    }

    public void Read(UsageCase usage, UsageFigures figures, Facts into) =>
        Read(usage.Fields, usage.Month.FirstDay, figures, into);

    /// <summary>Reads a case that has no more than fields and a month.</summary>
    public void Read(IReadOnlyDictionary<string, FieldValue> fields, DateTime day, UsageFigures? figures, Facts into)
    {
        foreach (var slot in slots)
            into.Fields[slot.Index] = slot.OrWhenEmpty(fields.TryGetValue(slot.Path, out var value) ? value : default);
        into.BusinessDate = day;
        into.Usage = figures;
    }

    /// <summary>Reads what the program wants to know of a partner.</summary>
    public void Read(IReadOnlyDictionary<string, FieldValue> fields, Seat into)
    {
        if (partnerSlots.Length == 0)
            return;
        if (into.Fields.Length == 0)
            into.Fields = new FieldValue[partnerSlots.Length];
        for (var i = 0; i < partnerSlots.Length; i++)
            into.Fields[i] = partnerSlots[i].OrWhenEmpty(Value(partnerSlots[i], fields, into.EngagedOn));
    }

    /// <summary>Lets every field be as empty as its definition allows.</summary>
    public void Clear(Facts facts)
    {
        Array.Copy(empty, facts.Fields, empty.Length);
        facts.RegistrationIsProtected = false;
    }

    public void Set(Facts facts, int place, FieldValue value)
    {
        if (place >= 0)
            facts.Fields[place] = slots[place].OrWhenEmpty(value);
    }

    public void Clear(Seat seat) => Read(NoFields.Instance, seat);

    /// <summary>Sets a partner's field; one of something else is left alone.</summary>
    public void Set(Seat seat, int place, FieldValue value)
    {
        for (var i = 0; i < partnerSlots.Length; i++)
        {
            if (partnerSlots[i].Index == place)
                seat.Fields[i] = partnerSlots[i].OrWhenEmpty(value);
        }
    }

    /// <summary>Lets the facts be those that one partner's rules see.</summary>
    public void See(Facts facts, Seat? seat)
    {
        for (var i = 0; i < partnerSlots.Length; i++)
            facts.Fields[partnerSlots[i].Index] = seat is null ? partnerSlots[i].OrWhenEmpty(default) : seat.Fields[i];
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

    private static FieldValue Value(FieldSlot slot, IReadOnlyDictionary<string, FieldValue> fields, DateTime engagedOn) =>
        slot.Path == "partner.engaged" ? (engagedOn == default ? default : FieldValue.OfDate(engagedOn))
        : fields.TryGetValue(slot.Path, out var value) ? value : default;

    private static int PlaceOf(FieldSlot[] slots, string path) => Array.FindIndex(slots, slot => slot.Path == path);
}
