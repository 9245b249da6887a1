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

    private static bool IsDeep(Entity row) =>
        row.Attributes.Values.Any(v => v is Entity) || row.RelatedEntities.Values.Any(rows => rows.Entities.Any(IsDeep));

    private Guid Single(Entity row, ApiRequest request) => (Guid)api.Execute(new CreateRequest { Target = row }, request)["id"]!;

    private Guid Deep(Entity row, ApiRequest request)
    {
        CreateParents(row, request);
        return Single(row, request);
    }

    /// <summary>Rows that were sent in the place of a lookup are created first, those of children in their turn.</summary>
    private void CreateParents(Entity row, ApiRequest request)
    {
        foreach (var (name, value) in row.Attributes.ToArray())
        {
            if (value is Entity parent)
            {
                row[name] = new EntityReference(parent.LogicalName, Deep(parent, request));
            }
        }

        foreach (var child in row.RelatedEntities.Values.SelectMany(rows => rows.Entities))
        {
            CreateParents(child, request);
        }
    }
}
