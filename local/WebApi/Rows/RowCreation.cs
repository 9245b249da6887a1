using System;
using System.Linq;
using CrmAddon.Local.Messages;
using CrmAddon.Local.WebApi.Http;
using Microsoft.Xrm.Sdk;
using Microsoft.Xrm.Sdk.Messages;

namespace CrmAddon.Local.WebApi.Rows;

/// <summary>Creates a row and, in the same transaction, the rows that were sent inside it (deep insert).</summary>
internal sealed class RowCreation(ApiService api)
{
    public Guid Create(Entity row, ApiRequest request) => IsDeep(row)
        ? api.InTransaction(() => Deep(row, request))
        : Single(row, request);

    /// <summary>Creates a row that an address names; refuses when it is there.</summary>
    public Guid CreateNew(Entity row, ApiRequest request) => api.InTransaction(() =>
    {
        var table = api.Organization.Table(row.LogicalName);
        if (api.Organization.Writer.Keys.Find(table, row) is not null)
        {
            throw Faults.Create(ErrorCodes.DuplicateRecord, "A record with matching key values already exists.");
        }

        foreach (var (name, value) in row.KeyAttributes)
        {
            if (!row.Contains(name))
            {
                row[name] = value;
            }
        }

        return Deep(row, request);
    });

    private static bool IsDeep(Entity row) => row.RelatedEntities.Count > 0 || row.Attributes.Values.Any(v => v is Entity);

    private Guid Single(Entity row, ApiRequest request) => (Guid)api.Execute(new CreateRequest { Target = row }, request)["id"]!;

    private Guid Deep(Entity row, ApiRequest request)
    {
        foreach (var (name, value) in row.Attributes.ToArray())
        {
            if (value is Entity parent)
            {
                row[name] = new EntityReference(parent.LogicalName, Deep(parent, request));
            }
        }

        var related = row.RelatedEntities.ToArray();
        foreach (var (relation, _) in related)
        {
            row.RelatedEntities.Remove(relation);
        }

        var id = Single(row, request);
        var table = api.Schema.Table(row.LogicalName);
        foreach (var (relation, rows) in related)
        {
            var navigation = table.Collections.Values.First(c => c.Relation == relation.SchemaName);
            foreach (var child in rows.Entities)
            {
                Attach(new EntityReference(row.LogicalName, id), relation, navigation.ChildColumn, child, request);
            }
        }

        return id;
    }

    private void Attach(EntityReference parent, Relationship relation, string? childColumn, Entity child, ApiRequest request)
    {
        var isNew = child.Id == Guid.Empty && child.KeyAttributes.Count == 0;
        if (childColumn is not null)
        {
            child[childColumn] = parent;
            if (isNew)
            {
                Deep(child, request);
            }
            else
            {
                api.Execute(new UpdateRequest { Target = child }, request);
            }

            return;
        }

        var reference = isNew ? new EntityReference(child.LogicalName, Deep(child, request)) : child.ToEntityReference();
        api.Execute(new AssociateRequest { Target = parent, Relationship = relation, RelatedEntities = [reference] }, request);
    }
}
