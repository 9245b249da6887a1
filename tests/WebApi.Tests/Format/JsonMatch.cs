using System.Collections.Generic;
using System.Linq;
using System.Text.Json;

namespace CrmAddon.WebApi.Tests.Format;

/// <summary>
/// Compares JSON with what is expected. An object may have more members than are expected, unless <c>"{{only}}": true</c> stands in it;
/// <c>"{{absent}}"</c> says that a member is not there. Lists are compared item by item.
/// </summary>
internal static class JsonMatch
{
    public static IEnumerable<string> Differences(JsonElement expected, JsonElement actual, Variables variables, string path = "$")
    {
        switch (expected.ValueKind)
        {
            case JsonValueKind.Object when actual.ValueKind == JsonValueKind.Object:
                return Objects(expected, actual, variables, path);
            case JsonValueKind.Array when actual.ValueKind == JsonValueKind.Array:
                return Arrays(expected, actual, variables, path);
            case JsonValueKind.String when actual.ValueKind != JsonValueKind.Object && actual.ValueKind != JsonValueKind.Array:
                var text = expected.GetString()!;
                var fits = text.Contains("{{", System.StringComparison.Ordinal) ? variables.Fits(text, actual.ToString()) : actual.ValueKind == JsonValueKind.String && actual.GetString() == text;
                return fits ? [] : [$"{path}: expected \"{text}\", but there is {actual.GetRawText()}"];
            case JsonValueKind.Number when actual.ValueKind == JsonValueKind.Number:
                return expected.GetDecimal() == actual.GetDecimal() ? [] : [$"{path}: expected {expected.GetRawText()}, but there is {actual.GetRawText()}"];
            default:
                return expected.ValueKind == actual.ValueKind ? [] : [$"{path}: expected {expected.GetRawText()}, but there is {actual.GetRawText()}"];
        }
    }

    private static IEnumerable<string> Objects(JsonElement expected, JsonElement actual, Variables variables, string path)
    {
        var only = false;
        var names = new HashSet<string>();
        foreach (var member in expected.EnumerateObject())
        {
            if (member.Name == "{{only}}")
            {
                only = true;
                continue;
            }

            names.Add(member.Name);
            var isThere = actual.TryGetProperty(member.Name, out var value);
            if (member.Value.ValueKind == JsonValueKind.String && member.Value.GetString() == "{{absent}}")
            {
                if (isThere)
                {
                    yield return $"{path}.{member.Name}: expected to be absent, but there is {value.GetRawText()}";
                }

                continue;
            }

            if (!isThere)
            {
                yield return $"{path}.{member.Name}: is missing";
                continue;
            }

            foreach (var difference in Differences(member.Value, value, variables, $"{path}.{member.Name}"))
            {
                yield return difference;
            }
        }

        if (only)
        {
            foreach (var extra in actual.EnumerateObject().Where(m => !names.Contains(m.Name)))
            {
                yield return $"{path}.{extra.Name}: is not expected, but there is {extra.Value.GetRawText()}";
            }
        }
    }

    private static IEnumerable<string> Arrays(JsonElement expected, JsonElement actual, Variables variables, string path)
    {
        if (expected.GetArrayLength() != actual.GetArrayLength())
        {
            return [$"{path}: expected {expected.GetArrayLength()} items, but there are {actual.GetArrayLength()}: {actual.GetRawText()}"];
        }

        return expected.EnumerateArray().Zip(actual.EnumerateArray()).SelectMany((pair, i) => Differences(pair.First, pair.Second, variables, $"{path}[{i}]"));
    }
}
