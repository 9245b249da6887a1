using System;
using System.Collections.Generic;
using System.Globalization;
using System.IO;
using System.Linq;
using System.Xml;
using System.Xml.Linq;
using CrmAddon.Local.Messages;
using CrmAddon.Local.Store;

namespace CrmAddon.Local.Query.Paging;

/// <summary>
/// The platform's paging cookie: the number of the page and, for each key of the order, the values of its first and last row. The next
/// page begins behind the last row, so that pages are found as fast at the end as at the beginning, and rows that come or go between
/// two requests shift nothing.
/// <see href="https://learn.microsoft.com/power-apps/developer/data-platform/fetchxml/page-results">Page results</see>
/// </summary>
internal sealed record PagingCookie(int Page, IReadOnlyList<object?> Last)
{
    /// <summary>The cookie, or null where a value can't be said in XML: pages are then found by their number.</summary>
    public static string? Write(int page, IReadOnlyList<SortKey> keys, object?[] first, object?[] last)
    {
        try
        {
            var cookie = new XElement("cookie", new XAttribute("page", page));
            for (var i = 0; i < keys.Count; i++)
            {
                cookie.Add(new XElement(keys[i].Name, Value("last", keys[i], last[i]), Value("first", keys[i], first[i])));
            }

            return cookie.ToString(SaveOptions.DisableFormatting);
        }
        catch (Exception e) when (e is XmlException or ArgumentException)
        {
            return null;
        }
    }

    public static PagingCookie Read(string text, IReadOnlyList<SortKey> keys)
    {
        var cookie = Parse(text);
        var page = int.TryParse(cookie.Attribute("page")?.Value, NumberStyles.None, CultureInfo.InvariantCulture, out var number) && number > 0
            ? number
            : throw Faults.Create(QueryErrors.InvalidPagingCookie, "Invalid page number in paging cookie.");
        if (!cookie.Elements().Select(e => e.Name.LocalName).SequenceEqual(keys.Select(k => k.Name)))
        {
            throw Faults.Create(
                QueryErrors.PagingOrderBy,
                $"Order by columns do not match those in paging cookie: the query is ordered by {string.Join(", ", keys.Select(k => k.Name))}, the cookie by {string.Join(", ", cookie.Elements().Select(e => e.Name.LocalName))}.");
        }

        return new PagingCookie(page, [.. cookie.Elements().Zip(keys, ReadLast)]);
    }

    private static XElement Parse(string text)
    {
        try
        {
            using var reader = XmlReader.Create(new StringReader(text), new XmlReaderSettings { DtdProcessing = DtdProcessing.Prohibit, XmlResolver = null });
            var cookie = XElement.Load(reader);
            return cookie.Name.LocalName == "cookie" ? cookie : throw Malformed($"<cookie> is expected, not <{cookie.Name.LocalName}>.");
        }
        catch (XmlException e)
        {
            throw Malformed(e.Message);
        }
    }

    private static System.ServiceModel.FaultException<Microsoft.Xrm.Sdk.OrganizationServiceFault> Malformed(string why) =>
        Faults.Create(QueryErrors.InvalidXml, $"Malformed XML in the Paging Cookie: {why}");

    private static XAttribute Value(string name, SortKey key, object? value) => value switch
    {
        null => new XAttribute(name + "null", "1"),
        byte[] id when key.Kind == SortKeyKind.Id => new XAttribute(name, Cells.ToGuid(id).ToString("B").ToUpperInvariant()),
        byte[] bytes => new XAttribute(name, Convert.ToHexString(bytes)),
        double real => new XAttribute(name, real.ToString("R", CultureInfo.InvariantCulture)),
        _ => new XAttribute(name, XmlConvert.VerifyXmlChars(Convert.ToString(value, CultureInfo.InvariantCulture)!)),
    };

    private static object? ReadLast(XElement element, SortKey key)
    {
        if (element.Attribute("lastnull") is not null)
        {
            return null;
        }

        var text = element.Attribute("last")?.Value ?? throw Malformed($"<{key.Name}> has no attribute 'last'.");
        try
        {
            return key.Kind switch
            {
                SortKeyKind.Id => Cells.ToBytes(Guid.Parse(text)),
                SortKeyKind.Bytes => Convert.FromHexString(text),
                SortKeyKind.Number => long.Parse(text, CultureInfo.InvariantCulture),
                SortKeyKind.Real => double.Parse(text, CultureInfo.InvariantCulture),
                _ => text,
            };
        }
        catch (Exception e) when (e is FormatException or OverflowException)
        {
            throw Malformed($"'{text}' is no value of {key.Name}.");
        }
    }
}
