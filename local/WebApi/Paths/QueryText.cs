using System;
using System.Collections.Generic;
using CrmAddon.Local.WebApi.Errors;

namespace CrmAddon.Local.WebApi.Paths;

/// <summary>The query of an address: options such as <c>$filter</c>, parameter aliases (<c>@p</c>) and whatever else was sent, decoded.</summary>
internal static class QueryText
{
    public static Dictionary<string, string> Read(string query)
    {
        var options = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var part in query.Split('&', StringSplitOptions.RemoveEmptyEntries))
        {
            var sign = part.IndexOf('=', StringComparison.Ordinal);
            var name = Decode(sign < 0 ? part : part[..sign]).Trim();
            var value = sign < 0 ? string.Empty : Decode(part[(sign + 1)..]);
            if (!options.TryAdd(name, value))
            {
                throw ApiErrors.BadUri($"Query option '{name}' was specified more than once, but it must be specified at most once.");
            }
        }

        return options;
    }

    private static string Decode(string text) => PathText.Decode(text.Replace('+', ' '));
}
