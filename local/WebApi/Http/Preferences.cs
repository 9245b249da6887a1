using System;
using System.Globalization;
using System.Linq;
using System.Text;

namespace CrmAddon.Local.WebApi.Http;

/// <summary>The <c>Prefer</c> header.</summary>
internal sealed class Preferences
{
    private readonly string[] _annotations;

    private Preferences(string[] annotations) => _annotations = annotations;

    public bool ReturnRepresentation { get; private init; }

    public bool ContinueOnError { get; private init; }

    /// <summary>Rows of a page; null where nothing was asked for.</summary>
    public int? PageSize { get; private init; }

    /// <summary>What was obeyed, for the header <c>Preference-Applied</c>.</summary>
    public string Annotations { get; private init; } = string.Empty;

    public static Preferences Read(string? header)
    {
        var representation = false;
        var goOn = false;
        int? size = null;
        var annotations = string.Empty;
        foreach (var part in Split(header ?? string.Empty))
        {
            var sign = part.IndexOf('=', StringComparison.Ordinal);
            var name = (sign < 0 ? part : part[..sign]).Trim();
            var value = sign < 0 ? string.Empty : part[(sign + 1)..].Trim().Trim('"');
            switch (name.ToUpperInvariant())
            {
                case "RETURN":
                    representation = value.Equals("representation", StringComparison.OrdinalIgnoreCase);
                    break;
                case "ODATA.CONTINUE-ON-ERROR":
                    goOn = value.Length == 0 || value.Equals("true", StringComparison.OrdinalIgnoreCase);
                    break;
                case "ODATA.MAXPAGESIZE" or "MAXPAGESIZE":
                    if (int.TryParse(value, NumberStyles.None, CultureInfo.InvariantCulture, out var rows) && rows > 0)
                    {
                        size = rows;
                    }

                    break;
                case "ODATA.INCLUDE-ANNOTATIONS":
                    // What can't stand in a header can't be applied either: the answer repeats it.
                    annotations = Ascii.IsValid(value) && !value.Any(char.IsControl) ? value : string.Empty;
                    break;
            }
        }

        return new Preferences(annotations.Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries))
        {
            ReturnRepresentation = representation,
            ContinueOnError = goOn,
            PageSize = size,
            Annotations = annotations,
        };
    }

    /// <summary>Whether an annotation was asked for; a star at the end of a name stands for every ending, a minus excludes.</summary>
    public bool Includes(string annotation) =>
        _annotations.Any(a => Matches(a, annotation)) && !_annotations.Any(a => a.StartsWith('-') && Matches(a[1..], annotation));

    private static bool Matches(string pattern, string annotation) => pattern.EndsWith('*')
        ? annotation.StartsWith(pattern[..^1], StringComparison.OrdinalIgnoreCase)
        : annotation.Equals(pattern, StringComparison.OrdinalIgnoreCase);

    /// <summary>Parts between commas and semicolons outside quotation marks.</summary>
    private static System.Collections.Generic.IEnumerable<string> Split(string header)
    {
        var start = 0;
        var quoted = false;
        for (var i = 0; i <= header.Length; i++)
        {
            if (i == header.Length || (header[i] is ',' or ';' && !quoted))
            {
                if (i > start)
                {
                    yield return header[start..i];
                }

                start = i + 1;
            }
            else if (header[i] == '"')
            {
                quoted = !quoted;
            }
        }
    }
}
