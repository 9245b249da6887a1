using System;
using System.Collections.Generic;
using System.Linq;
using CrmAddon.Rules.Evaluation;
using CrmAddon.Rules.Syntax;

namespace CrmAddon.Rules;

/// <summary>A case of any kind, which can be judged and changed in one fact.</summary>
internal sealed record CaseAtHand
{
    private CaseAtHand(BoundProgram program) => Program = program;

    public BoundProgram Program { get; private init; }

    public DealCase? Deal { get; init; }

    public UsageCase? Usage { get; init; }

    public TierCase? Partner { get; init; }

    public PartnerCase? Across { get; init; }

    /// <summary>The figures over the usage; some may be stated.</summary>
    public UsageFigures? Figures { get; init; }

    public bool IsDeal => Deal is not null;

    public DateTime BusinessDate => Deal?.BusinessDate.Date ?? Month.FirstDay;

    public Month Month => Usage?.Month ?? Across?.Month ?? Partner!.Month;

    public UsageHistory History => Usage?.Usage ?? Partner!.Usage;

    public IReadOnlyList<Participant> Participants => Deal?.Participants ?? Usage?.Participants ?? [];

    public static CaseAtHand Of(BoundProgram program, DealCase deal) => new(program) { Deal = deal };

    public static CaseAtHand Of(BoundProgram program, UsageCase usage, UsageFigures figures) =>
        new(program) { Usage = usage, Figures = figures };

    public static CaseAtHand Of(BoundProgram program, TierCase partner, UsageFigures figures) =>
        new(program) { Partner = partner, Figures = figures };

    public static CaseAtHand Of(BoundProgram program, PartnerCase partner) => new(program) { Across = partner };

    public Judged Judge() => Deal is { } deal
        ? Judged.Of(Judgement.Of(Program, deal))
        : Usage is { } usage
        ? Judged.Of(Judgement.Of(Program, usage, Figures!))
        : Across is { } across
        ? Judged.Of(PartnerJudgement.Of(Program, across))
        : Judged.Of(TierJudgement.Of(Program, Partner!, Figures!));

    /// <summary>The same case under the credit rules and one commission alone, for no commission hangs on another.</summary>
    public CaseAtHand Under(string? commission) => this with
    {
        Program = Program with { Commissions = [.. Program.Commissions.Where(rule => rule.Name == commission)] },
    };

    /// <summary>The same case under the rules of another.</summary>
    public CaseAtHand UnderTheRulesOf(CaseAtHand other) => this with { Program = other.Program };

    public CaseAtHand With(DealCase deal) => this with { Deal = deal };

    public CaseAtHand With(UsageHistory history) => this with
    {
        Usage = Usage is null ? null : Usage with { Usage = history },
        Partner = Partner is null ? null : Partner with { Usage = history },
        Figures = Figures!.Over(history),
    };

    public CaseAtHand With(UsageFigure figure, int months, decimal value)
    {
        var figures = Figures!.Over(History);
        figures.State(figure, months, value);
        return this with { Figures = figures };
    }

    /// <summary>The value of a field as the rules read it; of a partner's field for that partner in that role.</summary>
    public FieldValue Read(FieldSlot slot, MoneyKey? who) => slot.OrWhenEmpty(slot.Path == "deal.amount"
        ? FieldValue.OfNumber(Deal!.Amount)
        : FieldsOf(slot.Subject, who).TryGetValue(slot.Path, out var value) ? value : FieldValue.Missing);

    /// <summary>The case with another value of a field, of a partner's field in all of the partner's roles; missing takes it away.</summary>
    public CaseAtHand With(FieldSlot slot, MoneyKey? who, FieldValue value)
    {
        if (Partner is { } partner)
            return this with { Partner = partner with { Fields = Changed(partner.Fields, slot, value) } };
        if (slot.Subject == "partner")
            return WithPartners(fields => Changed(fields, slot, value), who?.PartnerKey);
        return Deal is { } deal
            ? With(deal with { Fields = Changed(deal.Fields, slot, value) })
            : this with { Usage = Usage! with { Fields = Changed(Usage.Fields, slot, value) } };
    }

    /// <summary>The partner's name for people; the key where none is given.</summary>
    public string NameOf(string partner) =>
        Participants.FirstOrDefault(one => one.PartnerKey == partner)?.PartnerName
        ?? Deal?.OtherPartners.FirstOrDefault(one => one.Key == partner)?.Name
        ?? (Deal?.Registration is { } registration && registration.PartnerKey == partner ? registration.PartnerName : null)
        ?? (Across?.PartnerKey == partner ? Across.PartnerName : null)
        ?? partner;

    private CaseAtHand WithPartners(Func<IReadOnlyDictionary<string, FieldValue>, Dictionary<string, FieldValue>> change, string? partner)
    {
        Participant[] participants =
            [.. Participants.Select(one => one.PartnerKey == partner ? one with { Fields = change(one.Fields) } : one)];
        return Deal is { } deal
            ? With(deal with
            {
                Participants = participants,
                OtherPartners = [.. deal.OtherPartners.Select(one => one.Key == partner ? one with { Fields = change(one.Fields) } : one)],
            })
            : this with { Usage = Usage! with { Participants = participants } };
    }

    private static Dictionary<string, FieldValue> Changed(
        IReadOnlyDictionary<string, FieldValue> fields, FieldSlot slot, FieldValue value)
    {
        var changed = fields.Where(field => field.Key != slot.Path).ToDictionary(field => field.Key, field => field.Value, StringComparer.Ordinal);
        if (value.IsKnown)
            changed[slot.Path] = value;
        return changed;
    }

    private IReadOnlyDictionary<string, FieldValue> FieldsOf(string subject, MoneyKey? who) => Partner is { } partner ? partner.Fields
        : subject == "partner"
        ? Participants.OrderBy(one => one.Role == who?.Role ? 0 : 1).FirstOrDefault(one => one.PartnerKey == who?.PartnerKey)?.Fields
            ?? Deal?.OtherPartners.FirstOrDefault(one => one.Key == who?.PartnerKey)?.Fields ?? NoFields.Instance
        : Deal?.Fields ?? Usage!.Fields;
}
