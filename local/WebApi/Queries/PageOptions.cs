using System;
using System.Collections.Generic;
using System.Globalization;
using System.Xml;
using System.Xml.Linq;
using CrmAddon.Local.WebApi.Errors;
using CrmAddon.Local.WebApi.Http;
using Microsoft.Xrm.Sdk;

namespace CrmAddon.Local.WebApi.Queries;

/// <summary>
/// How many rows, and from where on: <c>$top</c>, <c>Prefer: odata.maxpagesize</c>, <c>$skiptoken</c>, <c>$count</c>.
/// <see href="https://learn.microsoft.com/power-apps/developer/data-platform/webapi/query/page-results">Page results using OData</see>
/// </summary>
internal sealed record PageOptions(int Size, int PageNumber, string? Cookie, int? Top, bool Count)
{
    public const int Largest = 5000;

    public static PageOptions Read(IReadOnlyDictionary<string, string> options, ApiRequest request)
    {
        foreach (var unsupported in new[] { "$skip", "$search", "$format" })
        {
            if (options.ContainsKey(unsupported))
            {
                throw ApiErrors.BadUri($"The query option {unsupported} is not supported.");
            }
        }

        var size = Math.Min(request.Preferences.PageSize ?? Largest, Largest);

        // With both, the platform leaves $top aside.
        int? top = request.Preferences.PageSize is null && options.TryGetValue("$top", out var text) ? Number("$top", text) : null;
        var (page, cookie) = options.TryGetValue("$skiptoken", out var token) ? Token(token) : (1, null);
        return new PageOptions(size, page, cookie, top, Flag(options));
    }

    public static int Number(string option, string text) =>
        int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number)
            ? number
            : throw ApiErrors.BadUri($"Invalid value '{text}' for {option} query option found. The {option} query option requires a non-negative integer value.");

    /// <summary>The value of <c>$skiptoken</c> for the page after this one.</summary>
    public string Next(EntityCollection page)
    {
        var cookie = Uri.EscapeDataString(Uri.EscapeDataString(page.PagingCookie ?? string.Empty));
        return string.Create(CultureInfo.InvariantCulture, $"<cookie pagenumber=\"{PageNumber + 1}\" pagingcookie=\"{cookie}\" istracking=\"False\" />");
    }

    private static bool Flag(IReadOnlyDictionary<string, string> options) => options.TryGetValue("$count", out var text) && text switch
    {
        "true" => true,
        "false" => false,
        _ => throw ApiErrors.BadUri($"Invalid value '{text}' for $count query option found. Valid values are 'true' or 'false'."),
    };

    private static (int Page, string? Cookie) Token(string token)
    {
        try
        {
            var cookie = XElement.Parse(token);
            if (int.TryParse(cookie.Attribute("pagenumber")?.Value, NumberStyles.None, CultureInfo.InvariantCulture, out var page) && page > 0)
            {
                return (page, Uri.UnescapeDataString(Uri.UnescapeDataString(cookie.Attribute("pagingcookie")?.Value ?? string.Empty)));
            }
        }
        catch (XmlException)
        {
        }

        throw ApiErrors.BadUri("Malformed XML in the Paging Cookie: $skiptoken is to be sent as @odata.nextLink gave it.");
    }
}
