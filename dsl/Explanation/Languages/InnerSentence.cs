using System;
using System.Collections.Generic;
using System.Linq;

namespace CrmAddon.Rules;

/// <summary>
/// A step inside another one's values: as <c>reason</c> its English sentence, as <c>reason.kind</c> its kind, and its values as
/// <c>reason.</c> and their name. Rulings of the first release have the sentence alone; it is then told as it stands.
/// </summary>
internal static class InnerSentence
{
    public static void Add(Dictionary<string, string> values, string name, Finding inner)
    {
        foreach (var (key, value) in Values(name, inner))
            values[key] = value;
    }

    public static IEnumerable<(string Name, string Value)> Values(string name, Finding inner) =>
    [
        (name, Explanation.Sentence(inner, Language.English)), (name + ".kind", inner.Kind),
        .. inner.Values.Select(value => (name + "." + value.Key, value.Value)),
    ];

    public static string Write(Language language, string name, string value, IReadOnlyDictionary<string, string> values)
    {
        var prefix = name + ".";
        if (!values.TryGetValue(prefix + "kind", out var kind))
            return value;
        var inner = values.Where(one => one.Key.StartsWith(prefix, StringComparison.Ordinal))
            .ToDictionary(one => one.Key.Substring(prefix.Length), one => one.Value, StringComparer.Ordinal);
        return Explanation.Sentence(new Finding(kind, inner, null), language);
    }
}
