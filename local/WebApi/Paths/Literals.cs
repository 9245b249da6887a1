using System;
using System.Globalization;
using System.Text;
using System.Text.Json;
using CrmAddon.Local.WebApi.Errors;
using CrmAddon.Local.WebApi.Http;

namespace CrmAddon.Local.WebApi.Paths;

/// <summary>Values as they stand in addresses.</summary>
internal static class Literals
{
    /// <summary>The value of a literal: text, id, number, truth value, date, JSON object or list; null for <c>null</c>.</summary>
    public static object? Read(string text)
    {
        if (text.Length >= 2 && text[0] == '\'' && text[^1] == '\'')
        {
            return text[1..^1].Replace("''", "'", StringComparison.Ordinal);
        }

        if (text.Length > 0 && text[0] is '{' or '[')
        {
            return Json(text);
        }

        // An enumeration's member: Microsoft.Dynamics.CRM.EntityFilters'Entity'.
        if (text.StartsWith(PathSegment.Namespace, StringComparison.Ordinal) && text.IndexOf('\'', StringComparison.Ordinal) is var quote and >= 0 && quote < text.Length - 1 && text[^1] == '\'')
        {
            return text[(quote + 1)..^1];
        }

        return text switch
        {
            "null" => null,
            "true" => true,
            "false" => false,
            _ when Guid.TryParseExact(text, "D", out var id) => id,
            _ when int.TryParse(text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var whole) => whole,
            _ when long.TryParse(text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var big) => big,
            _ when decimal.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out var number) => number,
            _ when DateTimeOffset.TryParse(text, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out var date) => date.UtcDateTime,
            _ => throw ApiErrors.BadUri($"Bad Request - Error in query syntax: '{text}' is no value (text stands between single quotation marks)."),
        };
    }

    private static JsonElement Json(string text)
    {
        // Single quotation marks are taken in JSON within an address, as the platform's own examples write it.
        foreach (var attempt in new[] { text, text.Replace('\'', '"') })
        {
            try
            {
                using var document = JsonDocument.Parse(attempt);
                if (JsonText.IsWellFormed(Encoding.UTF8.GetBytes(attempt), document.RootElement))
                {
                    return document.RootElement.Clone();
                }
            }
            catch (JsonException)
            {
            }
        }

        throw ApiErrors.BadUri($"Bad Request - Error in query syntax: '{text}' is no well-formed JSON.");
    }
}
