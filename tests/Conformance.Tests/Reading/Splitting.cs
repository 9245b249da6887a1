using System;
using System.Collections.Generic;

namespace CrmAddon.Conformance.Reading;

/// <summary>Takes lines apart. What stands between quotes, brackets or parentheses stays together.</summary>
internal static class Splitting
{
    /// <summary>The parts between separators, without blanks around them.</summary>
    public static List<string> At(this string text, char separator)
    {
        var parts = new List<string>();
        var start = 0;
        for (var i = 0; i <= text.Length; i++)
        {
            if (i == text.Length || text[i] == separator)
            {
                parts.Add(text[start..i].Trim());
                start = i + 1;
            }
            else
            {
                i = Skip(text, i);
            }
        }

        return parts;
    }

    /// <summary>
    /// What stands before and after the colon that ends a heading: the first one that a blank or nothing follows. Null after where
    /// there is no such colon.
    /// </summary>
    public static (string Before, string? After) AtColon(this string text)
    {
        for (var i = 0; i < text.Length; i++)
        {
            if (text[i] == ':' && (i + 1 == text.Length || text[i + 1] == ' '))
            {
                return (text[..i].Trim(), text[(i + 1)..].Trim());
            }

            i = Skip(text, i);
        }

        return (text.Trim(), null);
    }

    /// <summary>Name and value around the first equals sign.</summary>
    public static (string Name, string Value)? AtEquals(this string text)
    {
        var at = text.IndexOf('=', StringComparison.Ordinal);
        return at <= 0 ? null : (text[..at].Trim(), text[(at + 1)..].Trim());
    }

    /// <summary>A name with what stands in parentheses behind it: <c>account(accountnumber=1)</c>.</summary>
    public static (string Name, string? Inner) AtParentheses(this string text)
    {
        var open = text.IndexOf('(', StringComparison.Ordinal);
        return open < 0 || !text.EndsWith(')') ? (text, null) : (text[..open].Trim(), text[(open + 1)..^1].Trim());
    }

    /// <summary>The text between quotes with its escapes (\n, \t, \", \\) carried out; other text as it is.</summary>
    public static string Unquote(this string text)
    {
        if (text.Length < 2 || text[0] is not ('"' or '\'') || text[^1] != text[0])
        {
            return text;
        }

        return text[1..^1]
            .Replace("\\\\", "\u0001", StringComparison.Ordinal)
            .Replace("\\n", "\n", StringComparison.Ordinal)
            .Replace("\\t", "\t", StringComparison.Ordinal)
            .Replace("\\\"", "\"", StringComparison.Ordinal)
            .Replace('\u0001', '\\');
    }

    /// <summary>The place of the end of what opens here; the place itself where nothing does.</summary>
    private static int Skip(string text, int i)
    {
        var end = text[i] switch
        {
            '"' => Closing(text, i),
            '\'' when i == 0 || text[i - 1] is ' ' or '=' or '(' or '[' or '|' => text.IndexOf('\'', i + 1),
            '(' => Closed(text, i, '(', ')'),
            '[' => Closed(text, i, '[', ']'),
            '{' => Closed(text, i, '{', '}'),
            _ => i,
        };
        return end < 0 ? i : end;
    }

    private static int Closing(string text, int start)
    {
        for (var i = start + 1; i < text.Length; i++)
        {
            if (text[i] == '\\')
            {
                i++;
            }
            else if (text[i] == '"')
            {
                return i;
            }
        }

        return -1;
    }

    private static int Closed(string text, int start, char opening, char closing)
    {
        var depth = 0;
        for (var i = start; i < text.Length; i++)
        {
            depth += text[i] == opening ? 1 : text[i] == closing ? -1 : 0;
            if (depth == 0)
            {
                return i;
            }
        }

        return -1;
    }
}
