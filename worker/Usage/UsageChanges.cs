using System.Collections.Generic;
using System.Linq;
using Microsoft.Xrm.Sdk;
using Microsoft.Xrm.Sdk.Messages;

namespace CrmAddon.Worker.Usage;

/// <summary>
/// What a snapshot changes in the CRM. It is written in one transaction, so that no one ever sees half of a snapshot; only one
/// with more changes than a transaction may have is written in several, new rows first: until its import has ended, or was run
/// again after a crash, rows that the snapshot no longer has are still there.
/// </summary>
internal sealed record UsageChanges(
    IReadOnlyList<Entity> Created, IReadOnlyList<Entity> Updated, IReadOnlyList<EntityReference> Removed, int Unchanged)
{
    /// <summary>The platform's limit of requests in one transaction.</summary>
    private const int RequestsAtOnce = 1000;

    public bool IsEmpty => Created.Count + Updated.Count + Removed.Count == 0;

    public void Write(IOrganizationService service, UsageImportOptions options)
    {
        OrganizationRequestCollection requests = [];
        var rows = 0;
        foreach (var upserts in Created.Concat(Updated).Chunk(options.BatchSize))
        {
            var targets = new EntityCollection(upserts) { EntityName = upserts[0].LogicalName };
            Add(new UpsertMultipleRequest { Targets = targets }, upserts.Length);
        }

        foreach (var row in Removed)
            Add(new DeleteRequest { Target = row }, 1);
        Commit();

        void Add(OrganizationRequest request, int size)
        {
            if (rows + size > options.TransactionSize || requests.Count == RequestsAtOnce)
                Commit();
            requests.Add(request);
            rows += size;
        }

        void Commit()
        {
            if (requests.Count > 0)
                service.Execute(new ExecuteTransactionRequest { Requests = requests, ReturnResponses = false });
            requests = [];
            rows = 0;
        }
    }
}
