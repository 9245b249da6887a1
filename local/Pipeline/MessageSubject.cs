using System;
using System.Xml;
using System.Xml.Linq;
using Microsoft.Xrm.Sdk;
using Microsoft.Xrm.Sdk.Query;

namespace CrmAddon.Local.Pipeline;

/// <summary>The table, and the row if there is one, that a message is about: what its steps are registered for.</summary>
internal static class MessageSubject
{
    public static (string? Table, Guid Id) Of(OrganizationRequest request)
    {
        var parameters = request.Parameters;
        if (parameters.TryGetValue("Target", out var value) || parameters.TryGetValue("EntityMoniker", out value))
        {
            return value switch
            {
                EntityReference reference => (reference.LogicalName, reference.Id),
                Entity row => (row.LogicalName, row.Id),
                _ => (null, Guid.Empty),
            };
        }

        return parameters.TryGetValue("Query", out var query) ? (TableOf(query), Guid.Empty) : (null, Guid.Empty);
    }

    private static string? TableOf(object? query) => query switch
    {
        QueryExpression expression => expression.EntityName,
        QueryByAttribute attributes => attributes.EntityName,
        FetchExpression fetch => TableOf(fetch.Query),
        _ => null,
    };

    private static string? TableOf(string fetch)
    {
        try
        {
            return XElement.Parse(fetch).Element("entity")?.Attribute("name")?.Value;
        }
        catch (XmlException)
        {
            return null; // the message itself refuses it with a sentence
        }
    }
}
