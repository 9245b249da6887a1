using System;
using System.Collections.Generic;
using CrmAddon.Local.WebApi.Errors;

namespace CrmAddon.Local.WebApi.Paths;

/// <summary>The terms of <c>$expand</c>: a navigation property, and options in parentheses that are parted by semicolons.</summary>
internal static class ExpandText
{
    public static List<ExpandTerm> Read(string? text)
    {
        var terms = new List<ExpandTerm>();
        foreach (var part in PathText.Split(text ?? string.Empty, ','))
        {
            var term = part.Trim();
            if (term.Length > 0)
            {
                terms.Add(Term(term));
            }
        }

        return terms;
    }

    private static ExpandTerm Term(string text)
    {
        var open = text.IndexOf('(', StringComparison.Ordinal);
        if (open < 0)
        {
            return new ExpandTerm(text, new Dictionary<string, string>());
        }

        if (text[^1] != ')')
        {
            throw ApiErrors.BadUri($"Found an unbalanced bracket expression in $expand: '{text}'.");
        }

        var options = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var part in PathText.Split(text[(open + 1)..^1], ';'))
        {
            var option = part.Trim();
            var sign = option.IndexOf('=', StringComparison.Ordinal);
            if (option.Length == 0)
            {
                continue;
            }

            if (sign < 0 || !option.StartsWith('$'))
            {
                throw ApiErrors.BadUri($"'{option}' in $expand is no option of the form $name=value.");
            }

            options[option[..sign].Trim()] = option[(sign + 1)..].Trim();
        }

        return new ExpandTerm(text[..open].Trim(), options);
    }
}

/// <summary>One term of <c>$expand</c>.</summary>
internal sealed record ExpandTerm(string Name, IReadOnlyDictionary<string, string> Options);
