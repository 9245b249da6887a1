using System;
using System.Collections.Generic;
using System.Linq;
using Newtonsoft.Json.Linq;

namespace CrmAddon.Rules.Json;

/// <summary>Reads what every kind of case has: values of fields, partners, months.</summary>
internal static class Facts
{
    /// <summary>Values by the field's full name, of the field's type.</summary>
    public static IReadOnlyDictionary<string, FieldValue> Fields(this Members members, Vocabulary vocabulary) =>
        members.Map("fields").ToDictionary(field => field.Name, field => Value(vocabulary, field.Name, field.Value), StringComparer.Ordinal);

    public static IReadOnlyList<Participant> Participants(this Members members, Vocabulary vocabulary) =>
        members.List("participants", who => new Participant
        {
            PartnerKey = who.Name("partner"),
            PartnerName = who.NameOrNone("name"),
            Role = who.Name("role"),
            Weight = who.Number("weight", 1) is >= 0 and var weight ? weight : throw who.Wrong("weight", "is not negative"),
            EngagedOn = who.DayOrNone("engagedOn") ?? default,
            Fields = who.Fields(vocabulary),
        });

    /// <summary>Amounts by month; <c>since</c> is a first month without any.</summary>
    public static UsageHistory History(this Members members, string name)
    {
        var months = members.Map(name)
            .Select(month => new KeyValuePair<Month, decimal>(Members.ToMonth(month.Value, month.Name), Members.Number(month.Value)))
            .ToList();
        if (members.MonthOrNone("since") is { } first)
            months.Add(new KeyValuePair<Month, decimal>(first, 0));
        return new UsageHistory(months);
    }

    public static IReadOnlyList<BookedLine> Booked(this Members members) => members.List("booked", line => new BookedLine
    {
        Rule = line.Name("rule"),
        PartnerKey = line.Name("partner"),
        Role = line.Text("role"),
        Product = line.TextOrNone("product") ?? "",
        Measure = line.Number("measure"),
        Credited = line.Number("credited"),
        Uncapped = line.Number("uncapped"),
        Amount = line.Number("amount"),
    });

    private static FieldValue Value(Vocabulary vocabulary, string path, JToken value)
    {
        if (vocabulary.TryFind(path) is not { } field)
            throw Members.Wrong(value, "is no field that the rules know");
        return field.Type switch
        {
            _ when value.Type == JTokenType.Null => FieldValue.Missing,
            FieldType.Text => FieldValue.OfText(Members.Text(value)),
            FieldType.Partner => FieldValue.OfPartner(Members.Text(value)),
            FieldType.Date => FieldValue.OfDate(Members.Day(value)),
            FieldType.YesNo => FieldValue.OfYesNo(Members.YesNo(value)),
            FieldType.Choice => Choice(field, value),
            _ => FieldValue.OfNumber(Members.Number(value)),
        };
    }

    private static FieldValue Choice(FieldDefinition field, JToken value) =>
        field.Choices.Count == 0 || field.Choices.Contains(Members.Text(value))
            ? FieldValue.OfChoice(Members.Text(value))
            : throw Members.Wrong(value, $"is one of {string.Join(", ", field.Choices)}");
}
