using System;
using System.Collections.Generic;
using System.Globalization;
using System.Text.Json;
using System.Threading.Tasks;
using CrmAddon.Local.WebApi.Http;

namespace CrmAddon.Local.WebApi.Queries;

/// <summary>A page of rows as an answer, sent on row by row.</summary>
internal sealed class PageBody<T>(
    string context, IReadOnlyCollection<T> rows, PageFacts facts, Preferences preferences, Action<Utf8JsonWriter, T> writeRow) : ApiBody
{
    private const string Platform = "Microsoft.Dynamics.CRM.";

    public bool HasCount { get; init; }

    public string? NextLink { get; init; }

    /// <summary>The cookie of the next page, for FetchXML.</summary>
    public string? Cookie { get; init; }

    public override async Task WriteAsync(ApiOutput output)
    {
        var json = output.Json;
        json.WriteStartObject();
        json.WriteString("@odata.context", context);
        WriteCounts(json);
        json.WriteStartArray("value");
        foreach (var row in rows)
        {
            json.WriteStartObject();
            writeRow(json, row);
            json.WriteEndObject();
            await output.BreatheAsync().ConfigureAwait(false);
        }

        json.WriteEndArray();
        if (NextLink is not null)
        {
            json.WriteString("@odata.nextLink", NextLink);
        }

        json.WriteEndObject();
        await output.FlushAsync().ConfigureAwait(false);
    }

    private void WriteCounts(Utf8JsonWriter json)
    {
        if (HasCount)
        {
            json.WriteNumber("@odata.count", facts.Total);
        }

        if (preferences.Includes(Platform + "totalrecordcount"))
        {
            json.WriteNumber("@" + Platform + "totalrecordcount", facts.Total);
        }

        if (preferences.Includes(Platform + "totalrecordcountlimitexceeded"))
        {
            json.WriteBoolean("@" + Platform + "totalrecordcountlimitexceeded", facts.TotalExceeded);
        }

        if (preferences.Includes(Platform + "globalmetadataversion"))
        {
            json.WriteString("@" + Platform + "globalmetadataversion", MetadataVersion);
        }

        if (Cookie is not null && preferences.Includes(Platform + "fetchxmlpagingcookie"))
        {
            json.WriteString("@" + Platform + "fetchxmlpagingcookie", Cookie);
        }

        if (Cookie is not null && preferences.Includes(Platform + "morerecords"))
        {
            json.WriteBoolean("@" + Platform + "morerecords", facts.More);
        }
    }

    /// <summary>The solutions are read at the start and do not change while the host runs.</summary>
    private static string MetadataVersion { get; } = Environment.ProcessId.ToString(CultureInfo.InvariantCulture);
}
