using System;
using System.IO;
using System.Linq;
using Newtonsoft.Json;
using Newtonsoft.Json.Linq;

namespace CrmAddon.Rules.Json;

/// <summary>Finds where two JSON texts first differ.</summary>
internal static class JsonDifference
{
    /// <summary>The path, what is stored there and what is there now; null where both hold the same.</summary>
    public static string? First(string stored, string now) => First("", Parse(stored), Parse(now));

    private static string? First(string path, JToken? stored, JToken? now)
    {
        if (stored is JObject before && now is JObject after)
            return before.Properties().Concat(after.Properties()).Select(member => member.Name).Distinct()
                .Select(name => First($"{path}.{name}", before[name], after[name]))
                .FirstOrDefault(difference => difference is not null);
        if (stored is JArray first && now is JArray second)
            return Enumerable.Range(0, Math.Max(first.Count, second.Count))
                .Select(i => First($"{path}[{i}]", first.ElementAtOrDefault(i), second.ElementAtOrDefault(i)))
                .FirstOrDefault(difference => difference is not null);
        return JToken.DeepEquals(stored, now) ? null : $"{path}: stored {Text(stored)}, now {Text(now)}";
    }

    private static string Text(JToken? value) => value?.ToString(Newtonsoft.Json.Formatting.None) ?? "nothing";

    private static JToken Parse(string text)
    {
        using var reader = new StringReader(text);
        using var json = new JsonTextReader(reader) { DateParseHandling = DateParseHandling.None, FloatParseHandling = FloatParseHandling.Decimal };
        return JToken.ReadFrom(json);
    }
}
