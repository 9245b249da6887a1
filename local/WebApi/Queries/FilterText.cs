using System;
using System.Collections.Generic;
using System.Text;
using CrmAddon.Local.WebApi.Errors;
using Microsoft.OData;
using Microsoft.OData.UriParser;

namespace CrmAddon.Local.WebApi.Queries;

/// <summary>Reads the text of a <c>$filter</c>.</summary>
internal static class FilterText
{
    private const int Deepest = 200;

    /// <param name="text">The filter.</param>
    /// <param name="query">The query's options: they may hold values that the filter names (<c>@p</c>).</param>
    public static QueryToken Read(string text, IReadOnlyDictionary<string, string> query)
    {
        try
        {
            return new UriQueryExpressionParser(Deepest).ParseFilter(WithValues(text, query));
        }
        catch (ODataException e)
        {
            throw ApiErrors.BadUri(e.Message);
        }
    }

    /// <summary>Puts the values of parameter aliases where they are named; one without a value is null.</summary>
    private static string WithValues(string text, IReadOnlyDictionary<string, string> query)
    {
        if (!text.Contains('@', StringComparison.Ordinal))
        {
            return text;
        }

        var result = new StringBuilder();
        var quoted = false;
        for (var i = 0; i < text.Length; i++)
        {
            quoted ^= text[i] == '\'';
            if (quoted || text[i] != '@')
            {
                result.Append(text[i]);
                continue;
            }

            var end = i + 1;
            while (end < text.Length && (char.IsAsciiLetterOrDigit(text[end]) || text[end] == '_'))
            {
                end++;
            }

            result.Append(query.GetValueOrDefault(text[i..end], "null"));
            i = end - 1;
        }

        return result.ToString();
    }
}
