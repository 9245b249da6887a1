using System;
using System.Collections.Generic;
using System.Globalization;
using System.Linq;
using System.Text;
using System.Text.Json;
using CrmAddon.Local.Metadata;
using CrmAddon.Local.WebApi.Errors;
using CrmAddon.Local.WebApi.Http;
using CrmAddon.Local.WebApi.Rows;
using Microsoft.OData.Edm;
using Microsoft.OData.UriParser;

#pragma warning disable CS0618 // the reader of filters gives dates as Edm.Date, which a later version will replace

namespace CrmAddon.Local.WebApi.Queries;

/// <summary>Values of a filter as FetchXML writes them.</summary>
internal static class FilterValue
{
    /// <summary>The value as text; refuses what the column can't be compared with.</summary>
    public static string Text(FilterColumn column, object value, string op)
    {
        var type = ColumnJson.EdmType(column.Property.Column);
        var fits = (type, value) switch
        {
            ("Edm.String", string) => true,
            ("Edm.Boolean", bool) => true,
            ("Edm.Guid", Guid) => true,
            ("Edm.Guid", string text) => Guid.TryParse(text, out _),
            ("Edm.Int32" or "Edm.Int64" or "Edm.Decimal" or "Edm.Double", int or long or decimal or double or float) => true,
            ("Edm.Int32", string text) => column.Property.Column.Type is ColumnType.Choice or ColumnType.State or ColumnType.Status && int.TryParse(text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out _),
            ("Edm.Date" or "Edm.DateTimeOffset", DateTimeOffset or DateTime or Date) => true,
            ("Edm.Date" or "Edm.DateTimeOffset", string text) => DateTimeOffset.TryParse(text, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out _),
            _ => false,
        };
        return fits
            ? Plain(value)
            : throw ApiErrors.BadUri($"A binary operator with incompatible types was detected. Found operand types '{type}' and '{TypeOf(value)}' for operator kind '{op}'.");
    }

    /// <summary>The values of a function's argument: one, or those of a list.</summary>
    public static IEnumerable<string> List(QueryToken token, string function)
    {
        if (token is not LiteralToken { Value: { } value })
        {
            throw ApiErrors.BadUri($"An argument of {function} is no value.");
        }

        if (value is not string text || !text.StartsWith('['))
        {
            return [Plain(value)];
        }

        try
        {
            return Items(text);
        }
        catch (JsonException)
        {
            // Single quotation marks are taken where no value holds one.
            try
            {
                return Items(text.Replace('\'', '"'));
            }
            catch (JsonException e)
            {
                throw ApiErrors.BadUri($"Invalid JSON. The list {text} of {function} can't be read: {e.Message}");
            }
        }
    }

    private static IEnumerable<string> Items(string text)
    {
        using var document = JsonDocument.Parse(text);
        return JsonText.IsWellFormed(Encoding.UTF8.GetBytes(text), document.RootElement)
            ? [.. document.RootElement.EnumerateArray().Select(e => e.ToString())]
            : throw new JsonException("half a surrogate pair is no text.");
    }

    private static string Plain(object value) => value switch
    {
        string text => text,
        bool flag => flag ? "1" : "0",
        Guid id => id.ToString("D"),
        DateTimeOffset date => date.UtcDateTime.ToString("yyyy-MM-ddTHH:mm:ssZ", CultureInfo.InvariantCulture),
        DateTime date => date.ToString("yyyy-MM-ddTHH:mm:ssZ", CultureInfo.InvariantCulture),
        Date date => string.Create(CultureInfo.InvariantCulture, $"{date.Year:D4}-{date.Month:D2}-{date.Day:D2}"),
        _ => Convert.ToString(value, CultureInfo.InvariantCulture)!,
    };

    private static string TypeOf(object value) => value switch
    {
        DateTimeOffset or DateTime => "Edm.DateTimeOffset",
        Date => "Edm.Date",
        float => "Edm.Single",
        _ => "Edm." + value.GetType().Name,
    };
}
