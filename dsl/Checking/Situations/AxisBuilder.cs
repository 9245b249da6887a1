using System;
using System.Collections.Generic;
using System.Linq;
using CrmAddon.Rules.Evaluation;
using CrmAddon.Rules.Syntax;

namespace CrmAddon.Rules.Checking.Situations;

/// <summary>Makes the axes of a space out of the points at which the conditions cut.</summary>
internal sealed class AxisBuilder(BoundProgram program, DateTime date)
{
    private const string Outsider = "Solaris";

    private static readonly string[] Registered = ["registration.partner", "registration.protected_from", "registration.protected_until"];

    /// <summary>The days on both sides of every end of a period.</summary>
    public static IEnumerable<Axis> Dates(IEnumerable<EffectivePeriod> periods)
    {
        var days = new SortedSet<DateTime>();
        foreach (var period in periods)
        {
            if (period.From is { } from)
                days.UnionWith([from.AddDays(-1), from]);
            if (period.Until is { } until)
                days.UnionWith([until, until.AddDays(1)]);
        }
        if (days.Count > 0)
            yield return new Axis([.. days.Select(day => ("", (Action<Situation>)(situation => situation.Date = day)))]);
    }

    public IEnumerable<Axis> Fields(CutPoints points)
    {
        foreach (var field in points.Fields.Where(field => !Registered.Contains(field.Key.Path)))
        {
            var type = field.Key.Definition.Type;
            yield return FieldAxis(
                field.Key, Regions.Of(field.Value, type, program.Rounding.Digits, date).Select(value => Of(type, value)));
        }
        foreach (var field in points.Names.Where(field => !Registered.Contains(field.Key.Path)))
            yield return FieldAxis(field.Key, Names(field.Key.Definition, field.Value));
    }

    public IEnumerable<Axis> Registrations(CutPoints points)
    {
        var reads = points.Fields.Select(field => field.Key).Concat(points.Names.Select(field => field.Key))
            .Where(slot => Registered.Contains(slot.Path)).ToArray();
        if (!points.AsksForProtection && reads.Length == 0)
            yield break;
        var values = new List<(string, Action<Situation>)> { ("no registration", _ => { }) };
        foreach (var key in PartnerKeys())
        {
            values.Add(($"a registration that protects {key}", situation => Register(situation, key, true)));
            if (reads.Length > 0)
                values.Add(($"a registration of {key} that protects nothing", situation => Register(situation, key, false)));
        }
        yield return new Axis(values);
    }

    public IEnumerable<Axis> Usage(CutPoints points)
    {
        foreach (var figure in points.Figures)
        {
            var (kind, months) = figure.Key;
            var name = OperandBinder.NameOf(kind, months);
            var isMoney = kind == UsageFigure.Total;
            var values = Regions.Of(figure.Value, isMoney ? FieldType.Number : FieldType.Percent, program.Rounding.Digits, date)
                .Select(value => ($"{name} {(isMoney ? NumberText.Grouped(value) : NumberText.Percent(value))}",
                    (Action<Situation>)(situation => situation.Usage.State(kind, months, value)))).ToList();
            if (!isMoney || months > 1)
                values.Add(($"{name} unknown", situation => situation.Usage.State(kind, months, null)));
            yield return new Axis(values);
        }
    }

    private static Axis FieldAxis(FieldSlot slot, IEnumerable<FieldValue> values)
    {
        if (slot.Definition.MayBeMissing)
            values = [.. values, FieldValue.Missing];
        return new Axis([.. values.Select(value =>
            ($"{slot.Path} {Words(slot.Definition.Type, value)}",
                (Action<Situation>)(situation => situation.Fields[slot.Index] = value)))]);
    }

    private void Register(Situation situation, string partner, bool protects)
    {
        var registration = new RegistrationFacts
        {
            PartnerKey = partner,
            ProtectedFrom = protects ? situation.Date.AddDays(-30) : null,
            ProtectedUntil = protects ? situation.Date.AddDays(30) : null,
        };
        situation.Registration = registration;
        foreach (var slot in program.Slots)
        {
            var value = slot.Path switch
            {
                "registration.partner" => FieldValue.OfPartner(partner),
                "registration.protected_from" when protects => FieldValue.OfDate(situation.Date.AddDays(-30)),
                "registration.protected_until" when protects => FieldValue.OfDate(situation.Date.AddDays(30)),
                _ => default,
            };
            if (value.IsKnown)
                situation.Fields[slot.Index] = value;
        }
    }

    // Two who are on the deal and one who is not: enough for any two fields to name the same partner or different ones.
    private static IEnumerable<string> PartnerKeys() =>
        [.. Rosters.FirstPartners.Take(2), Outsider];

    private static IEnumerable<FieldValue> Names(FieldDefinition field, HashSet<string> mentioned)
    {
        var names = mentioned.OrderBy(name => name, StringComparer.Ordinal).ToList();
        switch (field.Type)
        {
            case FieldType.YesNo:
                return [FieldValue.OfYesNo(true), FieldValue.OfYesNo(false)];
            case FieldType.Partner:
                return PartnerKeys().Select(FieldValue.OfPartner);
            case FieldType.Choice:
                var other = field.Choices.Count == 0 ? "another" : field.Choices.FirstOrDefault(choice => !mentioned.Contains(choice));
                return (other is null ? names : [.. names, other]).Select(FieldValue.OfChoice);
            default:
                return [.. names.Select(FieldValue.OfText), FieldValue.OfText("another")];
        }
    }

    private static FieldValue Of(FieldType type, decimal value) => type == FieldType.Date
        ? FieldValue.OfDate(
            new DateTime((long)Math.Min(Math.Max(value, 0), DateTime.MaxValue.Date.Ticks / TimeSpan.TicksPerDay) * TimeSpan.TicksPerDay))
        : FieldValue.OfNumber(value);

    private static string Words(FieldType type, FieldValue value) =>
        !value.IsKnown ? "missing"
        : type == FieldType.Money ? NumberText.Grouped(value.Quantity)
        : type == FieldType.Percent ? NumberText.Percent(value.Quantity)
        : type == FieldType.Text ? "\"" + value.AsName + "\""
        : value.ToString();
}
