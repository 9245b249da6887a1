using System.Threading;
using System.Threading.Tasks;
using System.Xml;
using System.Xml.Linq;
using Microsoft.PowerPlatform.Dataverse.Client.Tables;
using Microsoft.PowerPlatform.Dataverse.Client.Wire;
using Microsoft.Xrm.Sdk.Query;

namespace Microsoft.PowerPlatform.Dataverse.Client.Queries;

/// <summary>A query in whichever of its forms, as FetchXML.</summary>
internal static class Query
{
    public static async ValueTask<XElement> ToFetchAsync(QueryBase? query, TableCatalog tables, CancellationToken stop) => query switch
    {
        QueryExpression expression =>
            FetchXmlWriter.Write(expression, (await tables.NameAsync(expression.EntityName, stop).ConfigureAwait(false)).PrimaryId),
        QueryByAttribute byAttribute =>
            FetchXmlWriter.Write(byAttribute, (await tables.NameAsync(byAttribute.EntityName, stop).ConfigureAwait(false)).PrimaryId),
        FetchExpression fetch => Parse(fetch.Query),
        null => throw WireFaults.Refuse(WireFaults.InvalidArgument, "The request has no query."),
        _ => throw WireFaults.Refuse(WireFaults.InvalidArgument, $"{query.GetType().Name} can't be sent to the Web API."),
    };

    private static XElement Parse(string? text)
    {
        XElement fetch;
        try
        {
            fetch = XElement.Parse(text ?? string.Empty);
        }
        catch (XmlException e)
        {
            throw WireFaults.Refuse(WireFaults.InvalidXml, $"Invalid XML: {e.Message}");
        }

        if (fetch.Name != "fetch")
            throw WireFaults.Refuse(WireFaults.InvalidXml, $"Invalid XML: <fetch> is expected, not <{fetch.Name}>.");
        return fetch.Element("entity") is not null
            ? fetch
            : throw WireFaults.Refuse(WireFaults.ElementNotFound, "A required element was not specified: <fetch> needs one <entity>.");
    }
}
