using System.Collections.Generic;
using System.Linq;
using System.Net;
using System.Net.Http;
using System.Threading;
using System.Threading.Tasks;
using Microsoft.Crm.Sdk.Messages;
using Microsoft.PowerPlatform.Dataverse.Client.Rows;
using Microsoft.PowerPlatform.Dataverse.Client.Tables;
using Microsoft.PowerPlatform.Dataverse.Client.Wire;
using Microsoft.Xrm.Sdk;
using Microsoft.Xrm.Sdk.Messages;
using Microsoft.Xrm.Sdk.Query;

namespace Microsoft.PowerPlatform.Dataverse.Client.Messages;

/// <summary>The messages about one row.</summary>
internal static class RowMessages
{
    private const string Annotations = "odata.include-annotations=\"*\"";
    private const string Representation = "return=representation";

    public static async Task<WireCall> CreateAsync(OrganizationRequest request, Session session, CancellationToken stop)
    {
        var row = request.Required<Entity>("Target");
        var table = await session.Tables.NameAsync(row.LogicalName, stop).ConfigureAwait(false);
        var body = await new RowWriter(session.Tables, stop).RowAsync(row, withId: true).ConfigureAwait(false);
        return new WireCall(
            new WireRequest(HttpMethod.Post, table.EntitySetName) { Body = body },
            answer => new CreateResponse { ResponseName = "Create" }.With("id", answer.EntityId()));
    }

    /// <summary>Creates a row and reads it in one request.</summary>
    public static async Task<Entity> CreateAndReturnAsync(Entity row, Session session, CancellationToken stop)
    {
        var table = await session.Tables.TableAsync(row.LogicalName, [], stop).ConfigureAwait(false);
        var body = await new RowWriter(session.Tables, stop).RowAsync(row, withId: true).ConfigureAwait(false);
        var wire = new WireRequest(HttpMethod.Post, table.Name.EntitySetName) { Body = body }.With("Prefer", $"{Representation},{Annotations}");
        var answer = await session.SendAsync(wire, stop).ConfigureAwait(false);
        return RowReader.Read(answer.Json(), table);
    }

    public static Task<WireCall> RetrieveAsync(OrganizationRequest request, Session session, CancellationToken stop) =>
        request.Optional<RelationshipQueryCollection>("RelatedEntitiesQuery") is { Count: > 0 }
            ? throw WireFaults.Refuse(WireFaults.InvalidArgument, "Related rows can't be read together with a row here: read them with a query of their own.")
            : ReadAsync(request, string.Empty, row => new RetrieveResponse { ResponseName = "Retrieve" }.With("Entity", row), session, stop);

    /// <summary>The row of a component as it was last saved ("RetrieveUnpublished Function").</summary>
    public static Task<WireCall> RetrieveUnpublishedAsync(OrganizationRequest request, Session session, CancellationToken stop) => ReadAsync(
        request, "/Microsoft.Dynamics.CRM.RetrieveUnpublished()",
        row => new RetrieveUnpublishedResponse { ResponseName = "RetrieveUnpublished" }.With("Entity", row), session, stop);

    private static async Task<WireCall> ReadAsync(
        OrganizationRequest request, string function, System.Func<Entity, OrganizationResponse> response, Session session, CancellationToken stop)
    {
        var target = request.Required<EntityReference>("Target");
        var columns = request.Required<ColumnSet>("ColumnSet");
        var table = await session.Tables.TableAsync(target.LogicalName, columns.Columns, stop).ConfigureAwait(false);
        var path = await RowPath.OfAsync(target, session.Tables, stop).ConfigureAwait(false) + function;
        if (!columns.AllColumns)
            path += "?$select=" + string.Join(",", Selected(columns, table).Distinct().Select(column => table.Column(column).Property));
        return new WireCall(WireRequest.Get(path).With("Prefer", Annotations), answer => response(RowReader.Read(answer.Json(), table)));
    }

    public static async Task<WireCall> UpdateAsync(OrganizationRequest request, Session session, CancellationToken stop)
    {
        var row = request.Required<Entity>("Target");
        var body = await new RowWriter(session.Tables, stop).RowAsync(row, withId: false).ConfigureAwait(false);
        return new WireCall(
            // "*" keeps a row that is gone from being created again.
            new WireRequest(HttpMethod.Patch, await RowPath.OfAsync(row, session.Tables, stop).ConfigureAwait(false)) { Body = body }
                .With("If-Match", Version(request, row.RowVersion) ?? "*"),
            _ => new UpdateResponse { ResponseName = "Update" });
    }

    public static async Task<WireCall> UpsertAsync(OrganizationRequest request, Session session, CancellationToken stop)
    {
        var row = request.Required<Entity>("Target");
        var table = await session.Tables.NameAsync(row.LogicalName, stop).ConfigureAwait(false);
        if (row.Id == System.Guid.Empty && row.KeyAttributes.Count == 0 && row.Attributes.TryGetValue(table.PrimaryId, out var given) && given is System.Guid id)
            row = new Entity(row.LogicalName, id) { Attributes = row.Attributes };
        var body = await new RowWriter(session.Tables, stop).RowAsync(row, withId: false).ConfigureAwait(false);
        var path = await RowPath.OfAsync(row, session.Tables, stop).ConfigureAwait(false);
        return new WireCall(
            new WireRequest(HttpMethod.Patch, $"{path}?$select={table.PrimaryId}") { Body = body }.With("Prefer", Representation),
            answer => new UpsertResponse { ResponseName = "Upsert" }
                .With("RecordCreated", answer.Status == HttpStatusCode.Created)
                .With("Target", new EntityReference(row.LogicalName, IdOf(answer, table.PrimaryId))));
    }

    public static async Task<WireCall> DeleteAsync(OrganizationRequest request, Session session, CancellationToken stop)
    {
        var row = request.Required<EntityReference>("Target");
        var wire = new WireRequest(HttpMethod.Delete, await RowPath.OfAsync(row, session.Tables, stop).ConfigureAwait(false));
        return new WireCall(
            Version(request, row.RowVersion) is { } version ? wire.With("If-Match", version) : wire,
            _ => new DeleteResponse { ResponseName = "Delete" });
    }

    // The id always comes along, and with an amount the currency that it is in, as in the SDK.
    private static IEnumerable<string> Selected(ColumnSet columns, TableDefinition table)
    {
        var selected = columns.Columns.Append(table.PrimaryId);
        return columns.Columns.Any(column => table.Column(column).Kind == ColumnKind.Money) && table.Find("transactioncurrencyid") is { } currency
            ? selected.Append(currency.Name)
            : selected;
    }

    private static System.Guid IdOf(WireAnswer answer, string primaryId) =>
        answer.Body.Length > 0 && answer.Json().TryGetProperty(primaryId, out var id) ? id.GetGuid() : answer.EntityId();

    private static string? Version(OrganizationRequest request, string? version) =>
        request.Optional<ConcurrencyBehavior>("ConcurrencyBehavior") != ConcurrencyBehavior.IfRowVersionMatches
            ? null
            : string.IsNullOrEmpty(version)
                ? throw WireFaults.Refuse(unchecked((int)0x8006088D), "The RowVersion property must be provided when the value of ConcurrencyBehavior is IfVersionMatches.")
                : $"W/\"{version}\"";
}
