using System;
using System.Collections.Generic;
using System.Linq;
using CrmAddon.Local.WebApi.Errors;
using CrmAddon.Local.WebApi.Paths;

namespace CrmAddon.Local.WebApi.Queries;

/// <summary>One key of <c>$orderby</c>: a property, or a path of single-valued navigation properties to one.</summary>
internal sealed record OrderTerm(IReadOnlyList<string> Path, bool Descending);

/// <summary>Reads <c>$orderby</c>.</summary>
internal static class OrderText
{
    public static List<OrderTerm> Read(string? text, IReadOnlyDictionary<string, string> query)
    {
        var terms = new List<OrderTerm>();
        foreach (var part in PathText.Split(text ?? string.Empty, ',').Where(p => p.Trim().Length > 0))
        {
            var words = part.Split(' ', StringSplitOptions.RemoveEmptyEntries);
            if (words.Length > 2 || (words.Length == 2 && words[1] is not ("asc" or "desc")))
            {
                throw ApiErrors.BadUri($"Syntax error in $orderby: '{part.Trim()}' is no property with asc or desc.");
            }

            var path = words[0].StartsWith('@') && query.TryGetValue(words[0], out var named) ? named : words[0];
            terms.Add(new OrderTerm(path.Split('/'), words.Length == 2 && words[1] == "desc"));
        }

        return terms;
    }
}
