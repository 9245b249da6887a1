using System.Collections.Generic;
using System.Linq;
using CrmAddon.Local.WebApi.Http;
using CrmAddon.Local.WebApi.Paths;
using CrmAddon.Local.WebApi.Schema;

namespace CrmAddon.Local.WebApi.Queries;

/// <summary>What <c>@odata.context</c> says of an answer: the set, and what was selected and expanded.</summary>
internal static class ContextText
{
    public static string Of(ApiRequest request, ApiTable table, IReadOnlyDictionary<string, string> options, string end = "") =>
        ApiService.Context(request, table.SetName + Shape(options) + end);

    private static string Shape(IReadOnlyDictionary<string, string> options)
    {
        var parts = (options.GetValueOrDefault("$select") ?? string.Empty).Split(',', System.StringSplitOptions.RemoveEmptyEntries | System.StringSplitOptions.TrimEntries)
            .Concat(ExpandText.Read(options.GetValueOrDefault("$expand")).Select(t => t.Name + Inner(Shape(t.Options))))
            .ToList();
        return parts.Count == 0 ? string.Empty : $"({string.Join(',', parts)})";
    }

    private static string Inner(string shape) => shape.Length == 0 ? "()" : shape;
}
