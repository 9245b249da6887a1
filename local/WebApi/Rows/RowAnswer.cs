using System;
using System.Collections.Generic;
using CrmAddon.Local.WebApi.Http;
using CrmAddon.Local.WebApi.Paths;
using CrmAddon.Local.WebApi.Queries;
using CrmAddon.Local.WebApi.Schema;
using Microsoft.Xrm.Sdk;
using Microsoft.Xrm.Sdk.Messages;

namespace CrmAddon.Local.WebApi.Rows;

/// <summary>Answers with a row, as it was asked for.</summary>
internal sealed class RowAnswer(ApiService api)
{
    /// <summary>The answer to a create: where the row is, or the row itself where the request prefers that.</summary>
    public ApiResponse Created(ApiTable table, Guid id, ApiRequest request)
    {
        if (request.Preferences.ReturnRepresentation)
        {
            return Row(table, new EntityReference(table.Name, id), request, 201, null)
                .With("Location", api.Address(request, table.Name, id))
                .With("Preference-Applied", "return=representation");
        }

        var address = api.Address(request, table.Name, id);
        return new ApiResponse(204).With("Location", address).With("OData-EntityId", address);
    }

    /// <summary>A row with what <c>$select</c> and <c>$expand</c> ask for; 304 where the client has this version already.</summary>
    public ApiResponse Row(ApiTable table, EntityReference target, ApiRequest request, int status, string? known)
    {
        var options = QueryText.Read(request.Query);
        var selection = Selection.Read(table, options.GetValueOrDefault("$select"));
        var terms = ExpandText.Read(options.GetValueOrDefault("$expand"));
        Expander.Check(table, terms, api.Schema, nested: false);
        var columns = selection.Columns;
        columns.AddColumns([.. Expander.Lookups(table, terms)]);
        var row = (Entity)api.Execute(new RetrieveRequest { Target = target, ColumnSet = columns }, request)["Entity"]!;
        row[table.Table.PrimaryId.Name] = row.Id;
        if (known is not null && known == row.RowVersion)
        {
            return new ApiResponse(304);
        }

        var shaped = new ShapedRow(row, selection);
        new Expander(api, request).Expand(table, [shaped], terms, inCollection: false);
        var writer = new ShapedJson(new RowJson(api.Schema, request.Preferences));
        var context = ContextText.Of(request, table, options, "/$entity");
        var response = new ApiResponse(status, new JsonBody(json =>
        {
            json.WriteStartObject();
            json.WriteString("@odata.context", context);
            writer.Write(json, shaped);
            json.WriteEndObject();
        }));
        return row.RowVersion is { Length: > 0 } version ? response.With("ETag", $"W/\"{version}\"") : response;
    }
}
