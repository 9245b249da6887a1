using System;
using System.Collections.Generic;

namespace CrmAddon.Local.Query.Text;

/// <summary>
/// A pattern of LIKE as SQL Server reads it: <c>%</c> any text, <c>_</c> any sign, <c>[a-f]</c> a sign of a range or set,
/// <c>[^a-f]</c> a sign outside it; a wildcard in brackets is the sign itself. Signs compare as <see cref="TextWeights"/>.
/// <see href="https://learn.microsoft.com/power-apps/developer/data-platform/wildcard-characters">Wildcard characters</see>
/// </summary>
internal sealed class LikePattern
{
    private readonly List<Part> _parts = [];

    private LikePattern(string text) => Text = text;

    private enum Kind
    {
        Sign,
        AnySign,
        AnyText,
        Set,
    }

    public string Text { get; }

    public static LikePattern Parse(string text)
    {
        var pattern = new LikePattern(text);
        Span<ushort> weights = stackalloc ushort[2];
        for (var i = 0; i < text.Length; i++)
        {
            switch (text[i])
            {
                case '%':
                    pattern._parts.Add(new Part(Kind.AnyText));
                    break;
                case '_':
                    pattern._parts.Add(new Part(Kind.AnySign));
                    break;
                case '[' when text.IndexOf(']', i + 1) is var end and > 0:
                    pattern._parts.Add(Set(text.AsSpan(i + 1, end - i - 1)));
                    i = end;
                    break;
                default:
                    foreach (var weight in weights[..TextWeights.Write(text.AsSpan(i, 1), weights)])
                    {
                        pattern._parts.Add(new Part(Kind.Sign, weight));
                    }

                    break;
            }
        }

        return pattern;
    }

    /// <summary>The text that everything found begins with; empty where the pattern begins with a wildcard.</summary>
    public static string Prefix(string pattern)
    {
        var end = pattern.AsSpan().IndexOfAny('%', '_', '[');
        return end < 0 ? pattern : pattern[..end];
    }

    public bool Matches(ReadOnlySpan<ushort> weights)
    {
        // The usual walk with one way back: to the last % and one sign further.
        var (at, part, backAt, backPart) = (0, 0, 0, -1);
        while (at < weights.Length)
        {
            if (part < _parts.Count && _parts[part].Kind == Kind.AnyText)
            {
                (backAt, backPart) = (at, part++);
            }
            else if (part < _parts.Count && _parts[part].Fits(weights[at]))
            {
                (at, part) = (at + 1, part + 1);
            }
            else if (backPart >= 0)
            {
                (at, part) = (++backAt, backPart + 1);
            }
            else
            {
                return false;
            }
        }

        while (part < _parts.Count && _parts[part].Kind == Kind.AnyText)
        {
            part++;
        }

        return part == _parts.Count;
    }

    private static Part Set(ReadOnlySpan<char> content)
    {
        var negated = content.Length > 1 && content[0] == '^';
        content = negated ? content[1..] : content;
        var ranges = new List<(ushort From, ushort To)>();
        for (var i = 0; i < content.Length; i++)
        {
            var from = Weight(content[i]);
            if (i + 2 < content.Length && content[i + 1] == '-')
            {
                ranges.Add((from, Weight(content[i + 2])));
                i += 2;
            }
            else
            {
                ranges.Add((from, from));
            }
        }

        return new Part(Kind.Set, Negated: negated, Ranges: [.. ranges]);
    }

    private static ushort Weight(char sign)
    {
        Span<ushort> weights = stackalloc ushort[2];
        return TextWeights.Write([sign], weights) == 0 ? (ushort)0 : weights[0];
    }

    private readonly record struct Part(Kind Kind, ushort Weight = 0, bool Negated = false, (ushort From, ushort To)[]? Ranges = null)
    {
        public bool Fits(ushort weight) => Kind switch
        {
            Kind.Sign => weight == Weight,
            Kind.AnySign => true,
            _ => Negated != Array.Exists(Ranges!, r => weight >= r.From && weight <= r.To),
        };
    }
}
