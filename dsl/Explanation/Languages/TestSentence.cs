using System;
using System.Collections.Generic;
using System.Globalization;
using System.Linq;

namespace CrmAddon.Rules;

/// <summary>The sentence for a test: its text, whether it holds, and what it read.</summary>
internal static class TestSentence
{
    public static string Write(Language language, IReadOnlyDictionary<string, string> values)
    {
        values.TryGetValue("text", out var text);
        values.TryGetValue("holds", out var holds);
        text ??= "";
        var came = language.Templates["test." + (holds is "yes" or "no" ? holds : "unknown")]
            .Fill(language, new Dictionary<string, string> { ["text"] = text });
        var read = string.Join(", ", InOrder(text, values).Select(value => Read(language, text, value.Key, value.Value)));
        return came + (read.Length > 0 ? ": " + read : "") + ".";
    }

    // In the order of the text, whatever order a stored step has its values in; of two that begin alike the longer is meant first.
    private static IEnumerable<KeyValuePair<string, string>> InOrder(string text, IReadOnlyDictionary<string, string> values) => values
        .Where(value => value.Key is not ("text" or "holds"))
        .OrderBy(value => text.IndexOf(value.Key, StringComparison.Ordinal) is >= 0 and var at ? at : int.MaxValue)
        .ThenByDescending(value => value.Key.Length)
        .ThenBy(value => value.Key, StringComparer.Ordinal);

    private static string Read(Language language, string text, string name, string value)
    {
        var kind = "read." + value.Replace(' ', '-');
        var isWord = value is "missing" or "unknown" || (!name.Contains('.') && language.Templates.ContainsKey(kind));
        return language.Templates[isWord ? kind : "read"].Fill(language, new Dictionary<string, string>
        {
            ["name"] = FactNames.Write(language, "fact.", name),
            ["value"] = ReadsText(text, name) ? value : Quantity(language, value),
        });
    }

    // A text may look like a number; what else is read and looks like one is one.
    private static bool ReadsText(string text, string name) =>
        text.IndexOf('"') >= 0 || (Vocabulary.Standard.TryFind(name, out var field) && field.Type == FieldType.Text);

    private static string Quantity(Language language, string value) =>
        value.Length == 10 && value[4] == '-' ? language.Writing.Day(value)
        : decimal.TryParse(value.TrimEnd('%'), NumberStyles.Number, CultureInfo.InvariantCulture, out _) ? language.Writing.FromEnglish(value)
        : value;
}
