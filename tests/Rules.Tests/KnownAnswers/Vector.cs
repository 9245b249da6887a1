using System;
using System.Collections.Generic;
using System.Globalization;
using System.IO;
using System.Linq;
using System.Text.Json;

namespace CrmAddon.Rules.Tests.KnownAnswers;

/// <summary>One known answer of the files beside this one.</summary>
public sealed class Vector(JsonElement facts)
{
    public string Id => Text("id")!;

    public string Model => Text("model") ?? "";

    /// <summary>The source follows another policy here than the language.</summary>
    public bool IsOtherPolicy => facts.TryGetProperty("policy_vector", out _);

    public static IReadOnlyList<Vector> All(string kind)
    {
        using var file = JsonDocument.Parse(
            File.ReadAllText(Path.Combine(AppContext.BaseDirectory, "KnownAnswers", $"vectors-{kind}.json")));
        return [.. file.RootElement.GetProperty("vectors").EnumerateArray().Select(one => new Vector(one.Clone()))];
    }

    public string? Text(string name) =>
        facts.TryGetProperty(name, out var value) && value.ValueKind == JsonValueKind.String ? value.GetString() : null;

    public decimal Number(string name) => Optional(name) ?? throw new KeyNotFoundException($"{Id} has no {name}");

    public decimal? Optional(string name) => Text(name) is { } text ? decimal.Parse(text, CultureInfo.InvariantCulture) : null;

    public decimal[] Numbers(string name) => [.. facts.GetProperty(name).EnumerateArray()
        .Select(one => decimal.Parse(one.GetString()!, CultureInfo.InvariantCulture))];

    public int Digits => facts.GetProperty("dp").GetInt32();

    /// <summary>Tiers as steps above a bound: price per unit and flat fee.</summary>
    public IReadOnlyList<(decimal Above, decimal Unit, decimal Flat)> Tiers()
    {
        var above = 0m;
        var steps = new List<(decimal, decimal, decimal)>();
        foreach (var tier in facts.GetProperty("tiers").EnumerateArray().Select(one => new Vector(one)))
        {
            steps.Add((above, tier.Number("unit"), tier.Number("flat")));
            above = tier.Optional("up_to") ?? 0;
        }
        return steps;
    }

    public override string ToString() => Id;
}
