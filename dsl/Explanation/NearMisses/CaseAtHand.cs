using System;
using System.Collections.Generic;
using System.Linq;
using CrmAddon.Rules.Evaluation;
using CrmAddon.Rules.Syntax;

namespace CrmAddon.Rules;

/// <summary>A case of either kind, which can be judged and changed in one fact.</summary>
internal sealed record CaseAtHand
{
    private CaseAtHand(BoundProgram program) => Program = program;

    public BoundProgram Program { get; }

    public DealCase? Deal { get; init; }

    public UsageCase? Usage { get; init; }

    /// <summary>The figures over the usage; some may be stated.</summary>
    public UsageFigures? Figures { get; init; }

    public bool IsDeal => Deal is not null;

    public DateTime BusinessDate => Deal?.BusinessDate.Date ?? Usage!.Month.FirstDay;

    public IReadOnlyList<Participant> Participants => Deal?.Participants ?? Usage!.Participants;

    public static CaseAtHand Of(BoundProgram program, DealCase deal) => new(program) { Deal = deal };

    public static CaseAtHand Of(BoundProgram program, UsageCase usage, UsageFigures figures) =>
        new(program) { Usage = usage, Figures = figures };

    public Judged Judge() => Deal is { } deal
        ? Judged.Of(Judgement.Of(Program, deal))
        : Judged.Of(Judgement.Of(Program, Usage!, Figures!));

    public CaseAtHand With(DealCase deal) => this with { Deal = deal };

    public CaseAtHand With(UsageHistory history) =>
        this with { Usage = Usage! with { Usage = history }, Figures = Figures!.Over(history) };

    public CaseAtHand With(UsageFigure figure, int months, decimal value)
    {
        var figures = Figures!.Over(Usage!.Usage);
        figures.State(figure, months, value);
        return this with { Figures = figures };
    }

    /// <summary>The value of a field as the rules read it; of a partner's field for that partner.</summary>
    public FieldValue Read(FieldSlot slot, string? partner) => slot.OrWhenEmpty(slot.Path switch
    {
        "deal.amount" => FieldValue.OfNumber(Deal!.Amount),
        "registration.partner" => FieldValue.OfPartner(Deal?.Registration?.PartnerKey),
        "registration.protected_from" or "registration.protected_until" => FieldValue.Missing,
        "partner.engaged" => FieldValue.Missing,
        _ => FieldsOf(slot.Subject, partner).TryGetValue(slot.Path, out var value) ? value : FieldValue.Missing,
    });

    /// <summary>The case with another value of a field; missing takes it away.</summary>
    public CaseAtHand With(FieldSlot slot, string? partner, FieldValue value)
    {
        var fields = FieldsOf(slot.Subject, partner).Where(field => field.Key != slot.Path).ToDictionary(field => field.Key, field => field.Value);
        if (value.IsKnown)
            fields[slot.Path] = value;
        return slot.Subject switch
        {
            "partner" => WithPartnerFields(partner, fields),
            "registration" => With(Deal! with { Registration = Deal.Registration! with { Fields = fields } }),
            _ when Deal is { } deal => With(deal with { Fields = fields }),
            _ => this with { Usage = Usage! with { Fields = fields } },
        };
    }

    /// <summary>The partner's name for people; the key where none is given.</summary>
    public string NameOf(string partner) =>
        Participants.FirstOrDefault(one => one.PartnerKey == partner)?.PartnerName
        ?? Deal?.OtherPartners.FirstOrDefault(one => one.Key == partner)?.Name
        ?? (Deal?.Registration is { } registration && registration.PartnerKey == partner ? registration.PartnerName : null)
        ?? partner;

    private CaseAtHand WithPartnerFields(string? partner, Dictionary<string, FieldValue> fields)
    {
        Participant[] participants = [.. Participants.Select(one => one.PartnerKey == partner ? one with { Fields = fields } : one)];
        return Deal is { } deal
            ? With(deal with
            {
                Participants = participants,
                OtherPartners = [.. deal.OtherPartners.Select(one => one.Key == partner ? one with { Fields = fields } : one)],
            })
            : this with { Usage = Usage! with { Participants = participants } };
    }

    private IReadOnlyDictionary<string, FieldValue> FieldsOf(string subject, string? partner) => subject switch
    {
        "partner" => Participants.FirstOrDefault(one => one.PartnerKey == partner)?.Fields
            ?? Deal?.OtherPartners.FirstOrDefault(one => one.Key == partner)?.Fields ?? NoFields.Instance,
        "registration" => Deal?.Registration?.Fields ?? NoFields.Instance,
        _ => Deal?.Fields ?? Usage!.Fields,
    };
}
