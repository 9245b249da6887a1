using System;
using System.Collections.Generic;
using System.Linq;
using CrmAddon.Rules.Evaluation;

namespace CrmAddon.Rules;

/// <summary>The facts of a case that could be changed for a goal.</summary>
internal sealed partial class FactsOfCase(CaseAtHand at, Judged before)
{
    private const decimal HundredthOfAPercent = 0.0001m;

    // Changes without a size of their own come after all that are small.
    private const decimal NoSize = 1;

    private decimal MinorUnit => 1 / (decimal)Math.Pow(10, at.Program.Rounding.Digits);

    /// <summary>Everything that the conditions read.</summary>
    public IEnumerable<Fact> ReadBy(WhatRulesRead read, MoneyKey? who, IReadOnlyList<EffectivePeriod> periods)
    {
        foreach (var number in read.Numbers)
        {
            if (number.Key.Subject != "registration" && number.Key.Path != "partner.engaged")
                yield return Number(number.Key, who, number.Value);
        }
        foreach (var names in read.Names)
        {
            if (names.Key.Subject != "registration")
                yield return Names(names.Key, who, names.Value);
        }
        foreach (var fact in Figures(read))
            yield return fact;
        if (!at.IsDeal)
            yield break;
        var registration = new RegistrationChanges(at, Partners());
        if (read.Protection || read.Names.Keys.Concat(read.Numbers.Keys).Any(slot => slot.Subject == "registration"))
            yield return new OptionsFact(registration.Options());
        var days = periods.SelectMany(Ends).Concat(read.Protection ? registration.Ends() : []).ToArray();
        if (days.Length > 0)
            yield return Date(days);
    }

    /// <summary>That the deal is won.</summary>
    public Fact Won() => new OptionsFact([new Alternative(
        at.With(at.Deal! with { IsWon = true }), NearMissFindings.Change("change.won", "won", "no", "yes"), NoSize)]);

    // Who has most to do with the case comes first.
    private IEnumerable<string> Partners() => at.Participants.Select(one => one.PartnerKey)
        .Concat(at.Deal?.Registration is { } registration ? [registration.PartnerKey] : [])
        .Distinct()
        .OrderByDescending(key => before.Shares.Where(share => share.PartnerKey == key).Sum(share => share.Amount))
        .ThenBy(key => key, StringComparer.Ordinal);

    private Fact Number(FieldSlot slot, MoneyKey? who, HashSet<decimal> cuts)
    {
        if (slot.Path == "deal.amount")
            return Amount(cuts, [1, -1]);
        var type = slot.Definition.Type;
        var unit = type switch { FieldType.Money => MinorUnit, FieldType.Percent => HundredthOfAPercent, _ => 1 };
        var current = at.Read(slot, who);
        if (!current.IsKnown)
        {
            var values = cuts.DefaultIfEmpty(type == FieldType.Date ? Days(at.BusinessDate) : 1);
            return new OptionsFact(values.SelectMany(cut => new[] { cut, cut + unit, cut - unit }).Where(value => value >= 0)
                .Select(value => FieldAlternative(slot, who, current, Value(type, value))));
        }
        return new NumberFact
        {
            Current = current.Quantity,
            Unit = unit,
            Cuts = cuts,
            Ways = type == FieldType.Date ? [] : [1, -1],
            Scale = type == FieldType.Date ? 365 : null,
            At = value => type == FieldType.Date && value is < 0 or > 3_652_000 ? null : at.With(slot, who, Value(type, value)),
            Change = value => FieldChange(slot, who, current, Value(type, value)),
        };
    }

    private OptionsFact Names(FieldSlot slot, MoneyKey? who, HashSet<string> expected)
    {
        var current = at.Read(slot, who);
        var definition = slot.Definition;
        var others = definition.Type switch
        {
            FieldType.YesNo => [FieldValue.OfYesNo(true), FieldValue.OfYesNo(false)],
            FieldType.Partner => Partners().Select(FieldValue.OfPartner),
            FieldType.Choice => expected.OrderBy(name => name, StringComparer.Ordinal).Concat(definition.Choices).Select(FieldValue.OfChoice),
            _ => expected.OrderBy(name => name, StringComparer.Ordinal).Select(FieldValue.OfText),
        };
        if (definition.MayBeMissing)
            others = [.. others, FieldValue.Missing];
        return new OptionsFact(others.Where(other => other.AsName != current.AsName || other.IsKnown != current.IsKnown).Distinct()
            .Select(other => FieldAlternative(slot, who, current, other)));
    }

    private NumberFact Date(IEnumerable<DateTime> days)
    {
        var deal = at.Deal!;
        return new NumberFact
        {
            Current = Days(deal.BusinessDate),
            Unit = 1,
            Cuts = days.Select(Days),
            Ways = [],
            Scale = 365,
            At = value => value is < 0 or > 3_652_000 ? null : at.With(Closed(deal, DayOf(value))),
            Change = value => NearMissFindings.Change("change.date", "date", Text(deal.BusinessDate), Text(DayOf(value))),
        };
    }

    // A deal that is judged as of the day on which it was won is won on another day.
    private static DealCase Closed(DealCase deal, DateTime day) =>
        deal.Fields.TryGetValue("deal.won", out var won) && won == FieldValue.OfDate(deal.BusinessDate)
            ? deal with { BusinessDate = day, Fields = deal.Fields.ToDictionary(
                field => field.Key, field => field.Key == "deal.won" ? FieldValue.OfDate(day) : field.Value) }
            : deal with { BusinessDate = day };

    private Alternative FieldAlternative(FieldSlot slot, MoneyKey? who, FieldValue from, FieldValue to) =>
        new(at.With(slot, who, to), FieldChange(slot, who, from, to), NoSize);

    private Finding FieldChange(FieldSlot slot, MoneyKey? who, FieldValue from, FieldValue to)
    {
        var type = slot.Definition.Type switch
        {
            FieldType.Money => "money",
            FieldType.Percent => "percent",
            FieldType.Number => "number",
            FieldType.Date => "date",
            _ => "name",
        };
        return slot.Subject == "partner" && who is { } one
            ? NearMissFindings.Fact(slot.Path, type, from.ToString(), to.ToString(), at.NameOf(one.PartnerKey))
            : NearMissFindings.Fact(slot.Path, type, from.ToString(), to.ToString());
    }

    private static FieldValue Value(FieldType type, decimal value) =>
        type == FieldType.Date ? FieldValue.OfDate(DayOf(value)) : FieldValue.OfNumber(value);

    private static IEnumerable<DateTime> Ends(EffectivePeriod period)
    {
        if (period.From is { } from)
            yield return from;
        if (period.Until is { } until)
            yield return until;
    }

    private static decimal Days(DateTime day) => day.Date.Ticks / TimeSpan.TicksPerDay;

    private static DateTime DayOf(decimal days) => new((long)days * TimeSpan.TicksPerDay);

    private static string Text(DateTime day) => FieldValue.OfDate(day).ToString();
}
