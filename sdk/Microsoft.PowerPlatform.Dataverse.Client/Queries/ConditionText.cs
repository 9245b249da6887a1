using System;
using System.Collections;
using System.Collections.Generic;
using System.Globalization;
using System.Linq;
using Microsoft.PowerPlatform.Dataverse.Client.Rows;
using Microsoft.PowerPlatform.Dataverse.Client.Tables;
using Microsoft.PowerPlatform.Dataverse.Client.Wire;
using Microsoft.Xrm.Sdk;

namespace Microsoft.PowerPlatform.Dataverse.Client.Queries;

/// <summary>Values that a condition compares with, as FetchXML writes them.</summary>
internal static class ConditionText
{
    /// <summary>The text of a value; several for a list, which callers often hand over as one value.</summary>
    public static IEnumerable<string> Of(object? value) => value switch
    {
        string text => [text],
        IEnumerable list and not byte[] => list.Cast<object?>().SelectMany(Of),
        _ => [One(value)],
    };

    private static string One(object? value) => value switch
    {
        OptionSetValue option => option.Value.ToString(CultureInfo.InvariantCulture),
        Money money => money.Value.ToString(CultureInfo.InvariantCulture),
        EntityReference row => row.Id.ToString(),
        bool flag => flag ? "1" : "0",
        Enum constant => Convert.ToInt64(constant, CultureInfo.InvariantCulture).ToString(CultureInfo.InvariantCulture),
        // A time whose kind is not told is one of the caller's time zone, as FetchXML takes a time without a zone.
        DateTime { Kind: DateTimeKind.Unspecified } date => date.ToString("yyyy-MM-ddTHH:mm:ss.FFFFFFF", CultureInfo.InvariantCulture),
        DateTime date => WireDates.Text(date, ColumnKind.DateAndTime),
        IFormattable other => other.ToString(null, CultureInfo.InvariantCulture),
        _ => throw WireFaults.Refuse(WireFaults.InvalidArgument, $"A condition can't compare with a {value?.GetType().Name ?? "null"}."),
    };
}
