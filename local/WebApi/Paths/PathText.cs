using System;
using System.Collections.Generic;
using CrmAddon.Local.WebApi.Errors;

namespace CrmAddon.Local.WebApi.Paths;

/// <summary>Takes an address apart. Text in quotation marks may hold any character; a mark within is doubled.</summary>
internal static class PathText
{
    public static List<PathSegment> Segments(string path)
    {
        var text = Decode(path);
        var segments = new List<PathSegment>();
        foreach (var part in Split(text, '/'))
        {
            if (part.Length > 0)
            {
                segments.Add(Segment(part));
            }
        }

        return segments;
    }

    /// <summary>Parts between a separator that stands outside quotation marks and brackets.</summary>
    public static List<string> Split(string text, char separator)
    {
        var parts = new List<string>();
        var start = 0;
        var depth = 0;
        var quoted = false;
        for (var i = 0; i < text.Length; i++)
        {
            var c = text[i];
            if (c == '\'')
            {
                quoted = !quoted;
            }
            else if (!quoted && c is '(' or '[' or '{')
            {
                depth++;
            }
            else if (!quoted && c is ')' or ']' or '}')
            {
                depth--;
            }
            else if (!quoted && depth <= 0 && c == separator)
            {
                parts.Add(text[start..i]);
                start = i + 1;
            }
        }

        parts.Add(text[start..]);
        return parts;
    }

    public static string Decode(string text)
    {
        try
        {
            return Uri.UnescapeDataString(text);
        }
        catch (UriFormatException)
        {
            throw ApiErrors.BadUri($"'{text}' is not a well-formed address.");
        }
    }

    private static PathSegment Segment(string text)
    {
        var open = text.IndexOf('(', StringComparison.Ordinal);
        if (open < 0)
        {
            return new PathSegment(text, null);
        }

        if (text[^1] != ')' || open == 0)
        {
            throw ApiErrors.BadUri($"Bad Request - Error in query syntax: '{text}' has no closing parenthesis at its end.");
        }

        var arguments = new List<PathArgument>();
        var inside = text[(open + 1)..^1];
        if (inside.Trim().Length > 0)
        {
            foreach (var argument in Split(inside, ','))
            {
                arguments.Add(Argument(argument.Trim()));
            }
        }

        return new PathSegment(text[..open], arguments);
    }

    private static PathArgument Argument(string text)
    {
        var pair = text.StartsWith('\'') || text.StartsWith('{') || text.StartsWith('[') ? [text] : Split(text, '=');
        return pair.Count switch
        {
            1 => new PathArgument(null, text),
            2 => new PathArgument(pair[0].Trim(), pair[1].Trim()),
            _ => throw ApiErrors.BadUri($"Bad Request - Error in query syntax: '{text}' is no argument of the form name=value."),
        };
    }
}
