using System;
using System.Collections.Generic;
using System.ServiceModel;
using CrmAddon.Local.WebApi.Errors;
using CrmAddon.Local.WebApi.Http;
using Microsoft.Xrm.Sdk;

namespace CrmAddon.Local.WebApi.Batch;

/// <summary>
/// <c>POST $batch</c>: several requests in one, in their order; those of a change set all or none.
/// <see href="https://learn.microsoft.com/power-apps/developer/data-platform/webapi/execute-batch-operations-using-web-api">Execute batch operations</see>
/// </summary>
internal sealed class BatchRequests(ApiService api, ApiParts parts, Callers callers)
{
    private const int Most = 1000;
    private static readonly string[] Changing = ["POST", "PUT", "PATCH", "DELETE"];

    public ApiResponse Answer(ApiRequest batch)
    {
        if (batch.IsBatchPart)
        {
            throw ApiErrors.Argument("A batch can't be part of a batch.");
        }

        if (batch.Method != "POST")
        {
            throw ApiErrors.WrongMethod(batch.Method, "$batch takes POST");
        }

        var items = Read(batch);
        var results = new List<BatchResult>();
        foreach (var (part, changeSet) in items)
        {
            var result = changeSet is null
                ? new BatchResult(false, [(null, Answer(part, batch, null))])
                : ChangeSet(changeSet, batch);
            results.Add(result);
            if (result.Failed && !batch.Preferences.ContinueOnError)
            {
                return new ApiResponse(result.Responses[^1].Response.Status, new BatchBody(results));
            }
        }

        return new ApiResponse(200, new BatchBody(results));
    }

    private static List<(BatchPart Part, List<BatchPart>? ChangeSet)> Read(ApiRequest batch)
    {
        var items = new List<(BatchPart, List<BatchPart>?)>();
        var count = 0;
        foreach (var part in Multipart.Parts(batch.Body, Multipart.Boundary(batch.Header("Content-Type"))))
        {
            var inner = part.IsChangeSet ? Multipart.Parts(part.Content, Multipart.Boundary(part.ContentType)) : null;
            items.Add((part, inner));
            count += inner?.Count ?? 1;
        }

        return count switch
        {
            > Most => throw ApiErrors.Argument($"The batch has {count} requests: at most {Most} are allowed."),
            0 => throw ApiErrors.Argument("The batch has no request."),
            _ => items,
        };
    }

    private BatchResult ChangeSet(List<BatchPart> parts, ApiRequest batch)
    {
        var responses = new List<(string?, ApiResponse)>();
        try
        {
            return api.InTransaction(() =>
            {
                var references = new Dictionary<string, string>(StringComparer.Ordinal);
                foreach (var part in parts)
                {
                    var response = Answer(part, batch, references);
                    responses.Add((part.ContentId, response));
                    if (response.Status >= 400)
                    {
                        throw new ChangeSetFailedException();
                    }

                    if (part.ContentId is { } id && Location(response, batch.Root) is { } row)
                    {
                        references[id] = row;
                    }
                }

                return new BatchResult(true, responses);
            });
        }
        catch (ChangeSetFailedException)
        {
            return new BatchResult(true, [responses[^1]]);
        }
    }

    private ApiResponse Answer(BatchPart part, ApiRequest batch, Dictionary<string, string>? references)
    {
        try
        {
            var request = PartRequest.Read(part, batch, callers, references);
            if (references is not null && Array.IndexOf(Changing, request.Method) < 0)
            {
                throw ApiErrors.BadUri($"An invalid HTTP method '{request.Method}' was detected for a request in a change set. Requests in change sets only support the HTTP methods 'POST', 'PUT', 'DELETE', and 'PATCH'.");
            }

            // A part may have changed the tables that the next one asks for.
            return parts.Router.Answer(request);
        }
        catch (Exception e) when (e is ApiException or FaultException<OrganizationServiceFault>)
        {
            return ErrorBody.Answer(e, batch.Preferences);
        }
    }

    /// <summary>The row that a request made or changed, as an address below the version.</summary>
    private static string? Location(ApiResponse response, string root)
    {
        foreach (var (name, value) in response.Headers)
        {
            if (name is "OData-EntityId" or "Location")
            {
                return value.StartsWith(root, StringComparison.Ordinal) ? value[root.Length..] : value;
            }
        }

        return null;
    }

    private sealed class ChangeSetFailedException : Exception;
}
