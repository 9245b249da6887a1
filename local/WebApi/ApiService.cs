using System;
using System.Text.Json;
using CrmAddon.Local.Metadata;
using CrmAddon.Local.WebApi.Errors;
using CrmAddon.Local.WebApi.Http;
using CrmAddon.Local.WebApi.PortalApi;
using CrmAddon.Local.WebApi.Schema;
using Microsoft.Xrm.Sdk;

namespace CrmAddon.Local.WebApi;

/// <summary>What every kind of request to the Web API works with: the organization, its tables, and the one door for messages.</summary>
internal sealed class ApiService
{
    private readonly PortalDoor _portal;

    public ApiService(Organization organization, SolutionMetadata metadata)
    {
        Organization = organization;
        Schema = new ApiSchema(metadata);
        _portal = new PortalDoor(organization, Schema);
    }

    public Organization Organization { get; }

    public ApiSchema Schema { get; }

    /// <summary>Runs a message as the request's caller, with what its headers say about how.</summary>
    public OrganizationResponse Execute(OrganizationRequest message, ApiRequest request)
    {
        if (request.Portal is { } portal)
        {
            return _portal.Execute(message, portal);
        }

        OptionalParameters.Add(message, request);
        return Organization.Messages.Execute(message, request.Caller);
    }

    /// <summary>The id of the row that an address names by id or key.</summary>
    public Guid Resolve(ApiTable table, EntityReference row)
    {
        if (row.Id != Guid.Empty)
        {
            return row.Id;
        }

        using (Organization.Database.Gate.Enter())
        {
            return Organization.Writer.Keys.Resolve(table.Table, row);
        }
    }

    /// <summary>Runs several messages, all or none.</summary>
    public T InTransaction<T>(Func<T> work)
    {
        using (Organization.Database.Gate.Enter())
        {
            if (Organization.Transactions.Active)
            {
                return work();
            }

            try
            {
                return Organization.Transactions.Run(work);
            }
            finally
            {
                Organization.Traces.Write();
            }
        }
    }

    /// <summary>The body of a request as JSON; the caller disposes it.</summary>
    public static JsonDocument Json(ApiRequest request, string set)
    {
        if (request.Body.IsEmpty)
        {
            throw ApiErrors.Payload(set, "System.ArgumentException: Stream was not readable.");
        }

        var type = request.Header("Content-Type") ?? string.Empty;
        if (!type.StartsWith("application/json", StringComparison.OrdinalIgnoreCase))
        {
            throw new ApiException(415, ApiErrors.None, $"The request entity's media type '{type}' is not supported for this resource: application/json is.");
        }

        try
        {
            var json = JsonDocument.Parse(request.Body);
            if (JsonText.IsWellFormed(request.Body.Span, json.RootElement))
            {
                return json;
            }

            json.Dispose();
            throw ApiErrors.Payload(set, "Microsoft.OData.ODataException: the body holds text that is no Unicode: half a surrogate pair or bytes that are not UTF-8.");
        }
        catch (JsonException e)
        {
            throw ApiErrors.Payload(set, $"Microsoft.OData.ODataException: the body is no well-formed JSON: {e.Message}");
        }
    }

    public static string Context(ApiRequest request, string fragment) => $"{request.Root}$metadata#{fragment}";

    public string Address(ApiRequest request, string table, Guid id) => $"{request.Root}{Schema.Table(table).SetName}({id:D})";
}
