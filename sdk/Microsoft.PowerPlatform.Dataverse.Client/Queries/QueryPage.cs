using System;
using System.Linq;
using System.Text.Json;
using System.Xml;
using System.Xml.Linq;
using Microsoft.PowerPlatform.Dataverse.Client.Rows;
using Microsoft.Xrm.Sdk;

namespace Microsoft.PowerPlatform.Dataverse.Client.Queries;

/// <summary>Reads a page of a query's answer.</summary>
internal static class QueryPage
{
    private const string Annotation = "@Microsoft.Dynamics.CRM.";

    public static EntityCollection Read(JsonElement json, FetchShape shape)
    {
        var rows = json.GetProperty("value").EnumerateArray().Select(row => Row(row, shape)).ToList();
        var page = new EntityCollection(rows) { EntityName = shape.Root.LogicalName, TotalRecordCount = -1 };
        if (json.TryGetProperty(Annotation + "fetchxmlpagingcookie", out var cookie))
            page.PagingCookie = Cookie(cookie.GetString());
        page.MoreRecords = json.TryGetProperty(Annotation + "morerecords", out var more) && more.ValueKind == JsonValueKind.True;
        if (json.TryGetProperty(Annotation + "totalrecordcount", out var total))
            page.TotalRecordCount = total.GetInt32();
        page.TotalRecordCountLimitExceeded =
            json.TryGetProperty(Annotation + "totalrecordcountlimitexceeded", out var exceeded) && exceeded.ValueKind == JsonValueKind.True;
        if (!page.MoreRecords)
            page.PagingCookie = null;
        return page;
    }

    private static Entity Row(JsonElement json, FetchShape shape)
    {
        var row = RowReader.Read(json, shape.Root, shape.Find);
        foreach (var column in shape.Aggregates)
        {
            if (!row.Contains(column.Key))
                row[column.Key] = new AliasedValue(column.Table, column.Definition.Name, null);
        }

        return row;
    }

    /// <summary>
    /// The cookie in <c>&lt;cookie pagenumber="2" pagingcookie="..." /&gt;</c>, which is encoded for addresses twice ("Page results
    /// using FetchXml").
    /// </summary>
    internal static string? Cookie(string? annotation)
    {
        try
        {
            return string.IsNullOrEmpty(annotation) || (string?)XElement.Parse(annotation).Attribute("pagingcookie") is not { } inner
                ? annotation
                : Uri.UnescapeDataString(Uri.UnescapeDataString(inner));
        }
        catch (XmlException)
        {
            return annotation;
        }
    }
}
