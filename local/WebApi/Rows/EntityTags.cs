using System;
using CrmAddon.Local.WebApi.Errors;
using CrmAddon.Local.WebApi.Http;

namespace CrmAddon.Local.WebApi.Rows;

/// <summary>
/// The conditions of a request: <c>If-Match</c> and <c>If-None-Match</c> with a star or a version (<c>W/"123"</c>).
/// <see href="https://learn.microsoft.com/power-apps/developer/data-platform/webapi/perform-conditional-operations-using-web-api">Perform conditional operations</see>
/// </summary>
internal static class EntityTags
{
    /// <summary>Whether the request must not create a row.</summary>
    public static bool OnlyUpdate(ApiRequest request) => request.Header("If-Match") is not null;

    /// <summary>Whether the request must not change a row that is there.</summary>
    public static bool OnlyCreate(ApiRequest request) => request.Header("If-None-Match")?.Trim() == "*";

    /// <summary>The version that the row must have; null where any will do.</summary>
    public static string? Expected(ApiRequest request) => request.Header("If-Match") is { } tag && tag.Trim() != "*" ? Version(tag) : null;

    /// <summary>The version that the client has already; null without one.</summary>
    public static string? Known(ApiRequest request) => request.Header("If-None-Match") is { } tag && tag.Trim() is not ("*" or "null" or "") ? Version(tag) : null;

    private static string Version(string tag)
    {
        var text = tag.Trim();
        if (text.StartsWith("W/", StringComparison.OrdinalIgnoreCase))
        {
            text = text[2..];
        }

        return text.Length >= 2 && text[0] == '"' && text[^1] == '"'
            ? text[1..^1]
            : throw ApiErrors.Argument($"'{tag}' is no entity tag: W/\"123\" is its form.");
    }
}
