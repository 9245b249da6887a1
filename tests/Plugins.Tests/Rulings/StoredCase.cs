using System;
using System.Collections.Generic;
using System.Globalization;
using System.Linq;
using System.Text.Json;
using CrmAddon.Rules;

namespace CrmAddon.Plugins.Tests.Rulings;

/// <summary>Reads what a ruling keeps of its case (cov_inputs) back into the case.</summary>
internal static class StoredCase
{
    public static DealCase Deal(JsonElement stored) => new()
    {
        Key = Text(stored, "key")!,
        Name = Text(stored, "name"),
        BusinessDate = Day(stored, "date")!.Value,
        Amount = Number(stored, "amount"),
        IsWon = stored.GetProperty("won").GetBoolean(),
        Fields = Fields(stored),
        Participants = List(stored, "participants", Participant),
        OtherPartners = List(stored, "otherPartners", other => new PartnerFacts
        {
            Key = Text(other, "partner")!,
            Name = Text(other, "name"),
            Fields = Fields(other),
        }),
        Registration = stored.TryGetProperty("registration", out var registration) ? Registration(registration) : null,
    };

    public static UsageCase Usage(JsonElement stored) => new()
    {
        CustomerKey = Text(stored, "key")!,
        CustomerName = Text(stored, "name"),
        Month = Month.Parse(Text(stored, "month")!),
        Usage = new UsageHistory(Months(stored)),
        Fields = Fields(stored),
        Participants = List(stored, "participants", Participant),
    };

    /// <summary>The rules of a partner's month and their lines before the limit.</summary>
    public static IEnumerable<(string Rule, IReadOnlyList<CapLine> Lines)> Caps(JsonElement stored, string partner) =>
        stored.GetProperty("rules").EnumerateArray().Select(rule => (
            Text(rule, "rule")!,
            List(rule, "lines", line => new CapLine(Text(line, "key")!, partner, Number(line, "amount")))));

    public static string? Text(JsonElement stored, string name) =>
        stored.TryGetProperty(name, out var value) ? value.GetString() : null;

    private static IEnumerable<KeyValuePair<Month, decimal>> Months(JsonElement stored)
    {
        if (stored.TryGetProperty("usage", out var usage))
            foreach (var month in usage.EnumerateObject())
                yield return KeyValuePair.Create(Month.Parse(month.Name), Number(usage, month.Name));

        if (Text(stored, "since") is { } first)
            yield return KeyValuePair.Create(Month.Parse(first), 0m);
    }

    private static Participant Participant(JsonElement stored) => new()
    {
        PartnerKey = Text(stored, "partner")!,
        PartnerName = Text(stored, "name"),
        Role = Text(stored, "role")!,
        Weight = Number(stored, "weight"),
        EngagedOn = Day(stored, "engagedOn")!.Value,
        Fields = Fields(stored),
    };

    private static RegistrationFacts Registration(JsonElement stored) => new()
    {
        PartnerKey = Text(stored, "partner")!,
        PartnerName = Text(stored, "name"),
        Role = Text(stored, "role"),
        ProtectedFrom = Day(stored, "protectedFrom"),
        ProtectedUntil = Day(stored, "protectedUntil"),
        Fields = Fields(stored),
    };

    private static Dictionary<string, FieldValue> Fields(JsonElement stored) =>
        stored.TryGetProperty("fields", out var fields)
            ? fields.EnumerateObject().ToDictionary(field => field.Name, field => Value(fields, field.Name), StringComparer.Ordinal)
            : [];

    private static FieldValue Value(JsonElement fields, string path) =>
        Vocabulary.Standard.Fields.Single(field => field.Path == path).Type switch
        {
            FieldType.Choice => FieldValue.OfChoice(Text(fields, path)),
            FieldType.Partner => FieldValue.OfPartner(Text(fields, path)),
            FieldType.Text => FieldValue.OfText(Text(fields, path)),
            FieldType.YesNo => FieldValue.OfYesNo(Text(fields, path) == "yes"),
            FieldType.Date => FieldValue.OfDate(Day(fields, path)!.Value),
            _ => FieldValue.OfNumber(Number(fields, path)),
        };

    private static IReadOnlyList<T> List<T>(JsonElement stored, string name, Func<JsonElement, T> read) =>
        stored.TryGetProperty(name, out var list) ? [.. list.EnumerateArray().Select(read)] : [];

    private static decimal Number(JsonElement stored, string name) => decimal.Parse(Text(stored, name)!, CultureInfo.InvariantCulture);

    private static DateTime? Day(JsonElement stored, string name) => Text(stored, name) is { } day
        ? DateTime.ParseExact(day, "yyyy-MM-dd", CultureInfo.InvariantCulture)
        : null;
}
