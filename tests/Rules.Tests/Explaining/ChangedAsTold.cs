using System;
using System.Collections.Generic;
using System.Globalization;
using System.Linq;

namespace CrmAddon.Rules.Tests.Explaining;

/// <summary>Changes a case by what a near miss says, and by nothing else; null where it speaks of what no case carries.</summary>
internal sealed class ChangedAsTold(RuleProgram program)
{
    public DealCase? Of(DealCase deal, NearMiss miss, string to) => miss.Fact switch
    {
        "deal.amount" => deal with { Amount = Number(to) },
        "won" => deal with { IsWon = true },
        "date" => Closed(deal, Day(to)),
        "registration" => Registered(deal, miss),
        _ when miss.Fact.StartsWith("partner.", StringComparison.Ordinal) => deal with
        {
            Participants = Changed(deal.Participants, miss, to),
            OtherPartners = [.. deal.OtherPartners.Select(one =>
                one.Key == miss.PartnerKey ? one with { Fields = Changed(one.Fields, miss, to) } : one)],
        },
        _ => deal with { Fields = Changed(deal.Fields, miss, to) },
    };

    public UsageCase? Of(UsageCase usage, NearMiss miss, string to) => miss.Fact switch
    {
        "usage" when miss.Product is null or "" => usage with { Usage = With(usage.Usage, usage.Month, Number(to)) },
        "usage" or "history" => null,
        _ when !miss.Fact.Contains('.', StringComparison.Ordinal) => null,
        _ when miss.Fact.StartsWith("partner.", StringComparison.Ordinal) =>
            usage with { Participants = Changed(usage.Participants, miss, to) },
        _ => usage with { Fields = Changed(usage.Fields, miss, to) },
    };

    /// <summary>The value one unit nearer to what it is; null where there are no units.</summary>
    public string? OneUnitLess(NearMiss miss)
    {
        var unit = miss.Fact is "usage" or "deal.amount" ? new decimal(1, 0, 0, false, (byte)program.MinorDigits) : 1;
        if (miss.Fact == "date")
            return Day(miss.To).AddDays(Day(miss.From) > Day(miss.To) ? 1 : -1).ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
        return miss.Fact is "usage" or "deal.amount" or "customer.employees"
            && decimal.TryParse(miss.From, CultureInfo.InvariantCulture, out var from)
            ? (Number(miss.To) - (Math.Sign(Number(miss.To) - from) * unit)).ToString(CultureInfo.InvariantCulture)
            : null;
    }

    // A deal judged as of the day on which it was won is won on another day.
    private static DealCase Closed(DealCase deal, DateTime day) => deal with
    {
        BusinessDate = day,
        Fields = deal.Fields.ToDictionary(field => field.Key, field =>
            field.Key == "deal.won" && field.Value == FieldValue.OfDate(deal.BusinessDate) ? FieldValue.OfDate(day) : field.Value),
    };

    private static DealCase? Registered(DealCase deal, NearMiss miss) => deal.Registration is not { } registration
        ? null
        : deal with
        {
            Registration = registration with
            {
                ProtectedFrom = miss.To == "protected" ? Earlier(registration.ProtectedFrom, deal.BusinessDate) : null,
                ProtectedUntil = miss.To == "protected" ? Later(registration.ProtectedUntil, deal.BusinessDate) : null,
            },
        };

    // The window is moved at the end that leaves the day out.
    private static DateTime Earlier(DateTime? from, DateTime day) => from < day ? from.Value : day;

    private static DateTime Later(DateTime? until, DateTime day) => until > day ? until.Value : day;

    private Participant[] Changed(IEnumerable<Participant> participants, NearMiss miss, string to) =>
        [.. participants.Select(one => one.PartnerKey == miss.PartnerKey ? one with { Fields = Changed(one.Fields, miss, to) } : one)];

    private Dictionary<string, FieldValue> Changed(IReadOnlyDictionary<string, FieldValue> fields, NearMiss miss, string to)
    {
        var changed = fields.ToDictionary(field => field.Key, field => field.Value);
        changed.Remove(miss.Fact);
        if (to != "missing")
            changed[miss.Fact] = Value(program.Bound.Slots.Single(slot => slot.Path == miss.Fact).Definition.Type, to);
        return changed;
    }

    private static FieldValue Value(FieldType type, string to) => type switch
    {
        FieldType.Money or FieldType.Percent or FieldType.Number => FieldValue.OfNumber(Number(to)),
        FieldType.Date => FieldValue.OfDate(Day(to)),
        FieldType.Partner => FieldValue.OfPartner(to),
        FieldType.YesNo => FieldValue.OfYesNo(to == "yes"),
        FieldType.Text => FieldValue.OfText(to),
        _ => FieldValue.OfChoice(to),
    };

    private static UsageHistory With(UsageHistory history, Month month, decimal amount)
    {
        var first = history.First is { } known && known < month ? known : month;
        return new UsageHistory(Enumerable.Range(0, month.MonthsSince(first) + 40).Select(first.AddMonths)
            .Select(one => KeyValuePair.Create(one, one == month ? amount : history[one])));
    }

    private static decimal Number(string text) => decimal.Parse(text, CultureInfo.InvariantCulture);

    private static DateTime Day(string text) => DateTime.ParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture);
}
