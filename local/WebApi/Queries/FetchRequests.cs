using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using System.Xml;
using System.Xml.Linq;
using CrmAddon.Local.WebApi.Errors;
using CrmAddon.Local.WebApi.Http;
using CrmAddon.Local.WebApi.Rows;
using CrmAddon.Local.WebApi.Schema;
using Microsoft.Xrm.Sdk;
using Microsoft.Xrm.Sdk.Messages;
using Microsoft.Xrm.Sdk.Query;

namespace CrmAddon.Local.WebApi.Queries;

/// <summary>
/// <c>GET set?fetchXml=...</c>
/// <see href="https://learn.microsoft.com/power-apps/developer/data-platform/fetchxml/retrieve-data">Retrieve data using FetchXML</see>
/// </summary>
internal sealed class FetchRequests(ApiService api)
{
    public ApiResponse Find(ApiTable table, string fetchXml, IReadOnlyDictionary<string, string> options, ApiRequest request)
    {
        var fetch = Parse(fetchXml);
        var entity = fetch.Element("entity");
        if (entity?.Attribute("name")?.Value != table.Name)
        {
            throw ApiErrors.Argument($"The entity '{entity?.Attribute("name")?.Value}' of the FetchXML is not the one of the address: {table.SetName} holds rows of '{table.Name}'.");
        }

        var counts = options.TryGetValue("$count", out var count) && count == "true";
        if (counts)
        {
            fetch.SetAttributeValue("returntotalrecordcount", "true");
        }

        if (request.Preferences.PageSize is { } size && fetch.Attribute("count") is null && fetch.Attribute("top") is null)
        {
            fetch.SetAttributeValue("count", size);
        }

        var page = (EntityCollection)api.Execute(
            new RetrieveMultipleRequest { Query = new FetchExpression(fetch.ToString(SaveOptions.DisableFormatting)) }, request)["EntityCollection"]!;
        var rows = new RowJson(api.Schema, request.Preferences);
        var expected = Expected(table, fetch, entity);
        return new ApiResponse(200, new PageBody<Entity>(
            ApiService.Context(request, table.SetName), page.Entities, PageFacts.Of(page), request.Preferences, (json, row) => rows.WriteFound(json, table, expected, row))
        {
            HasCount = counts,
            Cookie = page.MoreRecords ? Cookie(fetch, page.PagingCookie) : null,
        });
    }

    private static XElement Parse(string fetchXml)
    {
        try
        {
            using var reader = XmlReader.Create(new StringReader(fetchXml), new XmlReaderSettings { DtdProcessing = DtdProcessing.Prohibit });
            return XElement.Load(reader);
        }
        catch (XmlException e)
        {
            throw new ApiException(400, unchecked((int)0x80041104), $"Invalid FetchXML: no well-formed XML: {e.Message}");
        }
    }

    /// <summary>The columns of the first table that the answer names, also where they are empty.</summary>
    private static List<ApiProperty> Expected(ApiTable table, XElement fetch, XElement entity)
    {
        if (fetch.Attribute("aggregate")?.Value is "true" or "1")
        {
            return [];
        }

        List<ApiProperty> expected = entity.Element("all-attributes") is not null
            ? [.. table.Properties.Values]
            : [.. entity.Elements("attribute").Where(a => a.Attribute("alias") is null).Select(a => table.Of(a.Attribute("name")?.Value ?? string.Empty)).OfType<ApiProperty>()];
        if (table.Of(table.Table.PrimaryId) is { } id && !expected.Contains(id) && fetch.Attribute("distinct")?.Value is not ("true" or "1"))
        {
            expected.Add(id);
        }

        return expected;
    }

    /// <summary>The cookie of the next page: the query's own, encoded twice, in a cookie of the Web API.</summary>
    private static string Cookie(XElement fetch, string? cookie)
    {
        _ = int.TryParse(fetch.Attribute("page")?.Value, out var page);
        var encoded = Uri.EscapeDataString(Uri.EscapeDataString(cookie ?? string.Empty));
        return new XElement(
            "cookie",
            new XAttribute("pagenumber", Math.Max(1, page) + 1),
            new XAttribute("pagingcookie", encoded),
            new XAttribute("istracking", "False")).ToString(SaveOptions.DisableFormatting);
    }
}
