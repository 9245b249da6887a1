using System.Linq;
using System.Text.Json;

namespace CrmAddon.Rules.Cli.Replaying;

/// <summary>Finds where two JSON texts first differ.</summary>
internal static class JsonDifference
{
    /// <summary>The path, what is stored there and what is there now; null where both hold the same.</summary>
    public static string? First(string stored, string now)
    {
        using var before = JsonDocument.Parse(stored);
        using var after = JsonDocument.Parse(now);
        return First("", before.RootElement, after.RootElement);
    }

    private static string? First(string path, JsonElement? stored, JsonElement? now)
    {
        if (stored is { ValueKind: JsonValueKind.Object } before && now is { ValueKind: JsonValueKind.Object } after)
            return before.EnumerateObject().Concat(after.EnumerateObject()).Select(member => member.Name).Distinct()
                .Select(name => First($"{path}.{name}", Member(before, name), Member(after, name)))
                .FirstOrDefault(difference => difference is not null);
        if (stored is { ValueKind: JsonValueKind.Array } first && now is { ValueKind: JsonValueKind.Array } second)
            return Enumerable.Range(0, int.Max(first.GetArrayLength(), second.GetArrayLength()))
                .Select(i => First($"{path}[{i}]", Item(first, i), Item(second, i)))
                .FirstOrDefault(difference => difference is not null);
        return stored is { } old && now is { } current && JsonElement.DeepEquals(old, current)
            ? null
            : $"{path}: stored {stored?.GetRawText() ?? "nothing"}, now {now?.GetRawText() ?? "nothing"}";
    }

    private static JsonElement? Member(JsonElement json, string name) => json.TryGetProperty(name, out var value) ? value : null;

    private static JsonElement? Item(JsonElement json, int index) => index < json.GetArrayLength() ? json[index] : null;
}
