using System;
using System.Collections.Generic;
using System.Linq;

namespace CrmAddon.Rules;

/// <summary>
/// A step inside another one's values: beside <c>reason</c> its kind as <c>reason.kind</c> and its values as <c>reason.</c> and their
/// name. Where there is no kind (rulings of the first release) the value is a sentence as it stands.
/// </summary>
internal static class InnerSentence
{
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
