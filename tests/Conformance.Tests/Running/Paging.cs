using System;
using System.Globalization;
using System.Xml.Linq;
using CrmAddon.Conformance.Reading;

namespace CrmAddon.Conformance.Running;

/// <summary>The next page of a FetchXML query, as the documentation pages: the number one higher, with the cookie of the page before.</summary>
internal static class Paging
{
    public static string Next(string fetch, string? cookie)
    {
        var xml = XElement.Parse(fetch);
        var page = (int?)xml.Attribute("page") ?? 1;
        xml.SetAttributeValue("page", page + 1);
        xml.SetAttributeValue("paging-cookie", cookie);
        return xml.ToString();
    }

    public static TimeSpan Span(Block block, string number, string unit)
    {
        var count = int.Parse(number, CultureInfo.InvariantCulture);
        return unit.TrimEnd('s') switch
        {
            "second" => TimeSpan.FromSeconds(count),
            "minute" => TimeSpan.FromMinutes(count),
            "hour" => TimeSpan.FromHours(count),
            "day" => TimeSpan.FromDays(count),
            _ => throw block.Error($"'{unit}' is no unit of time."),
        };
    }
}
