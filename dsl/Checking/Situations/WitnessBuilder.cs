using System;
using System.Collections.Generic;
using System.Globalization;
using System.Linq;

namespace CrmAddon.Rules.Checking.Situations;

/// <summary>Makes a case, and its words, out of the values that were found for it.</summary>
internal sealed class WitnessBuilder(World world, Model model, bool deal, bool won, IReadOnlyList<Participant> roster, DateTime today)
{
    private static readonly decimal PlainAmount = 10_000;

    private readonly DateTime date = Day(model.Quantity(world.Date)) ?? today;
    private readonly List<string> words = [];
    private readonly Dictionary<string, FieldValue> fields = [];
    private readonly Dictionary<string, FieldValue> ofPartner = [];
    private readonly Dictionary<string, FieldValue> ofRegistration = [];

    public Witness Build()
    {
        var amount = PlainAmount;
        var months = new Dictionary<Month, decimal>();
        if (deal)
        {
            amount = world.Variables.Where(variable => variable.Path == "deal.amount").Select(model.Quantity).FirstOrDefault() ?? PlainAmount;
            words.Add($"{(won ? "won " : "")}deal on {Text(date)} with amount {NumberText.Grouped(amount)}");
        }
        else
        {
            words.Add($"month {Month.Of(date)} and customer");
            months = Months();
        }
        ReadFields();
        var registration = Registration();
        var partners = Partners();
        var given = "given " + string.Join(" and ", words) + (partners.Count == 0 ? "" : " and " + string.Join(", ", partners));
        return deal
            ? new Witness(
                new DealCase
                {
                    Key = "the deal", Amount = amount, BusinessDate = date, IsWon = won, Fields = fields, Participants = Roster(), Registration = registration,
                },
                null, given)
            : new Witness(
                null,
                new UsageCase
                {
                    CustomerKey = "the customer", Month = Month.Of(date), Usage = new UsageHistory(months), Fields = fields, Participants = Roster(),
                },
                given);
    }

    private void ReadFields()
    {
        foreach (var variable in world.Variables.Where(variable => variable.Field is not null && variable.Path != "deal.amount"))
        {
            if (ValueOf(variable) is not { } value)
                continue;
            var subject = variable.Path.Substring(0, variable.Path.IndexOf('.'));
            (subject == "partner" ? ofPartner : subject == "registration" ? ofRegistration : fields)[variable.Path] = value;
            if (subject is not ("partner" or "registration"))
                words.Add(Words(variable, value));
        }
    }

    private FieldValue? ValueOf(Variable variable) => (variable.Field!.Type, model.Name(variable), model.Quantity(variable)) switch
    {
        (FieldType.Text, { } name, _) => FieldValue.OfText(name),
        (FieldType.Choice, { } name, _) => FieldValue.OfChoice(name),
        (FieldType.Partner, { } name, _) => FieldValue.OfPartner(name),
        (FieldType.YesNo, { } name, _) => FieldValue.OfYesNo(name == "yes"),
        (FieldType.Date, _, { } day) => FieldValue.OfDate(Day(day)!.Value),
        (_, _, { } number) => FieldValue.OfNumber(number),
        _ => null,
    };

    private RegistrationFacts? Registration()
    {
        if (!ofRegistration.TryGetValue(Variables.RegistrationPartner, out var known)
            && world.RegistrationPartner is { } variable && model.Domain(variable).Known == true)
            known = FieldValue.OfPartner(variable.Names[0]);
        if (!known.IsKnown)
            return null;
        var partner = known.AsName;
        var from = DayOf(Variables.ProtectedFrom);
        var until = DayOf(Variables.ProtectedUntil);
        var registration = new RegistrationFacts { PartnerKey = partner, ProtectedFrom = from, ProtectedUntil = until, Fields = ofRegistration };
        var isPlain = registration.IsProtectedOn(date);
        words.Add(isPlain ? $"registration protected for {partner}" : $"registration.partner {partner}");
        if (from is { } first && (!isPlain || first != date))
            words.Add($"{Variables.ProtectedFrom} {Text(first)}");
        if (until is { } last && (!isPlain || last != date))
            words.Add($"{Variables.ProtectedUntil} {Text(last)}");
        foreach (var other in ofRegistration.Where(one =>
            one.Key is not (Variables.RegistrationPartner or Variables.ProtectedFrom or Variables.ProtectedUntil)))
            words.Add(Words(world.Variables.First(one => one.Path == other.Key), other.Value));
        return registration;
    }

    private DateTime? DayOf(string path) => ofRegistration.TryGetValue(path, out var day) ? Day(day.Quantity) : null;

    // What lies between two months that are told apart was used in the later of them.
    private Dictionary<Month, decimal> Months()
    {
        var months = new Dictionary<Month, decimal>();
        var judged = Month.Of(date);
        var known = world.Usage.Where(variable => model.Quantity(variable) is not null).ToArray();
        var first = model.Quantity(world.FirstMonth) is { } since
            ? (int)since
            : known.Length == 0 ? 0 : known[known.Length - 1].UsageMonths - 1;
        decimal before = 0;
        var from = 0;
        foreach (var variable in known.TakeWhile(_ => from <= first))
        {
            var total = model.Quantity(variable)!.Value;
            if (total != before)
                months[judged.AddMonths(-from)] = total - before;
            (before, from) = (total, variable.UsageMonths);
        }
        if (known.Length == 0 && first >= 0)
            months[judged] = PlainAmount;
        if (first >= 0 && !months.ContainsKey(judged.AddMonths(-first)))
            months[judged.AddMonths(-first)] = 0;
        if (months.TryGetValue(judged, out var used))
            words[words.Count - 1] += " with usage " + Amount(used);
        foreach (var month in months.Where(month => month.Key != judged).OrderByDescending(month => month.Key))
            words.Add($"usage in {month.Key} {Amount(month.Value)}");
        return months;
    }

    private Participant[] Roster() => [.. roster.Select(one => new Participant
    {
        PartnerKey = one.PartnerKey, Role = one.Role, Weight = one.Weight, EngagedOn = one.EngagedOn, Fields = ofPartner,
    })];

    private List<string> Partners() => [.. roster.Select(one =>
        one.PartnerKey + " as " + one.Role
        + (one.Weight == 1 ? "" : " weight " + NumberText.Shortest(one.Weight))
        + (roster.Count(other => other.Role == one.Role) == 1 ? "" : " engaged " + Text(one.EngagedOn))
        + string.Concat(ofPartner.Select(field => $" and {field.Key} {Value(field.Value)}")))];

    private static string Words(Variable variable, FieldValue value) =>
        (variable.Path.StartsWith("deal.", StringComparison.Ordinal) ? variable.Path.Substring("deal.".Length) : variable.Path)
        + " " + (variable.Field!.Type == FieldType.Percent ? NumberText.Percent(value.Quantity) : Value(value));

    private static string Value(FieldValue value) => value.Type switch
    {
        FieldType.Text => "\"" + value.AsName + "\"",
        FieldType.Number => Amount(value.Quantity),
        _ => value.ToString(),
    };

    private static string Amount(decimal value) => NumberText.Grouped(value);

    private static DateTime? Day(decimal? day) => day is { } number ? new DateTime((long)number * TimeSpan.TicksPerDay) : null;

    private static string Text(DateTime day) => day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
}
