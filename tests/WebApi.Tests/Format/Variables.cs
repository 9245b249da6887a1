using System;
using System.Collections.Generic;
using System.Text;
using System.Text.RegularExpressions;

namespace CrmAddon.WebApi.Tests.Format;

/// <summary>
/// The names of a case: <c>{{name}}</c> stands for a value, <c>{{name=}}</c> in an expected answer takes what is there, and
/// <c>{{*}}</c> fits anything.
/// </summary>
internal sealed partial class Variables
{
    private readonly Dictionary<string, string> _values = new(StringComparer.Ordinal);

    public string this[string name]
    {
        get => _values[name];
        set => _values[name] = value;
    }

    public string Fill(string text) => Named().Replace(text, m =>
        m.Groups["take"].Success || m.Groups["name"].Value == "*" ? m.Value : _values.TryGetValue(m.Groups["name"].Value, out var value) ? value : throw new KeyNotFoundException($"{m.Value} has no value."));

    /// <summary>Whether a text fits what is expected; takes the values that it names.</summary>
    public bool Fits(string expected, string actual)
    {
        if (!expected.Contains("{{", StringComparison.Ordinal))
        {
            return expected == actual;
        }

        var pattern = new StringBuilder("^");
        var end = 0;
        var taken = new List<string>();
        foreach (Match match in Named().Matches(expected))
        {
            pattern.Append(Regex.Escape(expected[end..match.Index]));
            end = match.Index + match.Length;
            var name = match.Groups["name"].Value;
            if (match.Groups["take"].Success)
            {
                pattern.Append("(?<").Append(name).Append(">.*?)");
                taken.Add(name);
            }
            else
            {
                pattern.Append(name == "*" ? ".*" : Regex.Escape(_values[name]));
            }
        }

        pattern.Append(Regex.Escape(expected[end..])).Append('$');
        var found = Regex.Match(actual, pattern.ToString(), RegexOptions.Singleline | RegexOptions.IgnoreCase);
        taken.ForEach(name => _values[name] = found.Groups[name].Value);
        return found.Success;
    }

    [GeneratedRegex(@"\{\{(?<name>[A-Za-z0-9_]+|\*)(?<take>=)?\}\}")]
    private static partial Regex Named();
}
