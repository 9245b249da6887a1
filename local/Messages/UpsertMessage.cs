using System.Collections.Generic;
using System.Linq;
using CrmAddon.Local.Pipeline;
using Microsoft.Xrm.Sdk;
using Microsoft.Xrm.Sdk.Messages;

namespace CrmAddon.Local.Messages;

/// <summary><c>Upsert</c>: updates the row that the id or alternate key names, or creates it; runs the steps of the one it becomes.</summary>
internal sealed class UpsertMessage(Organization organization) : IMessage
{
    public bool Writes => true;

    public bool HasSteps => false;

    public OrganizationResponse Execute(OrganizationRequest request, Caller caller)
    {
        var target = request.Required<Entity>("Target");
        var table = organization.Table(target.LogicalName);
        if (organization.Writer.Keys.Find(table, target) is { } id)
        {
            var known = RowCopy.WithoutKey(target, id);
            known.RelatedEntities.AddRange(target.RelatedEntities);
            organization.RelatedRows.Write(known, caller, row => organization.Writer.Update([row], caller, request, multiple: false)[0]);
            return Response(target, id, created: false);
        }

        var created = organization.RelatedRows.Write(
            target, caller, row => organization.Writer.Create([row], caller, request, multiple: false)[0]);
        return Response(target, created, created: true);
    }

    internal static UpsertResponse Response(Entity target, System.Guid id, bool created)
    {
        var response = new UpsertResponse { ResponseName = "Upsert" };
        response.With("RecordCreated", created).With("Target", new EntityReference(target.LogicalName, id));
        return response;
    }
}

/// <summary><c>UpsertMultiple</c>: rows of one table, all or none; new and known rows go through one multiple message each.</summary>
internal sealed class UpsertMultipleMessage(Organization organization) : IMessage
{
    public bool Writes => true;

    public bool IsBatch => true;

    public OrganizationResponse Execute(OrganizationRequest request, Caller caller)
    {
        var targets = request.RequiredTargets().Entities;
        var table = organization.Table(targets[0].LogicalName);
        var results = organization.Transactions.Run(() =>
        {
            var results = new UpsertResponse[targets.Count];
            List<(int Index, Entity Row)> known = [], fresh = [];
            for (var i = 0; i < targets.Count; i++)
            {
                if (organization.Writer.Keys.Find(table, targets[i]) is { } id)
                {
                    known.Add((i, RowCopy.WithoutKey(targets[i], id)));
                    results[i] = UpsertMessage.Response(targets[i], id, created: false);
                }
                else
                {
                    fresh.Add((i, targets[i]));
                }
            }

            if (fresh.Count > 0)
            {
                var ids = organization.Writer.Create([.. fresh.Select(f => f.Row)], caller, request, multiple: true);
                for (var i = 0; i < ids.Length; i++)
                {
                    results[fresh[i].Index] = UpsertMessage.Response(fresh[i].Row, ids[i], created: true);
                }
            }

            if (known.Count > 0)
            {
                organization.Writer.Update([.. known.Select(k => k.Row)], caller, request, multiple: true);
            }

            return results;
        });
        return new UpsertMultipleResponse { ResponseName = "UpsertMultiple" }.With("Results", results);
    }
}
