using System.Collections.Generic;
using System.Linq;
using CrmAddon.Local.Messages.Relating;
using CrmAddon.Local.Messages.Writing;
using CrmAddon.Local.Metadata;
using CrmAddon.Local.Pipeline;
using CrmAddon.Local.Security;
using Microsoft.Xrm.Sdk;
using Microsoft.Xrm.Sdk.Messages;
using Microsoft.Xrm.Sdk.Query;

namespace CrmAddon.Local.Messages;

/// <summary><c>Retrieve</c>: one row by id or alternate key, with the columns asked for.</summary>
internal sealed class RetrieveMessage(Organization organization) : IMessage
{
    private readonly RelatedQueries _related = new(organization);

    public bool Writes => false;

    public OrganizationResponse Execute(OrganizationRequest request, Caller caller)
    {
        var target = request.Required<EntityReference>("Target");
        var table = organization.Table(target.LogicalName);
        var columns = Columns(table, request.Required<ColumnSet>("ColumnSet"));
        var id = organization.Writer.Keys.Resolve(table, target);
        organization.Access.Demand(caller, table, AccessRight.Read, id);
        var access = organization.Access.Columns(caller, table);
        columns = access.ReadsAll ? columns : [.. columns.Where(access.CanRead)];
        var row = organization.Rows.Read(table, id, columns) ?? throw Faults.MissingRow(table.Name, id);
        organization.Formatting.Fill([row], caller);
        AddParties(row, table, request.Required<ColumnSet>("ColumnSet"), caller);
        if (request.Optional<RelationshipQueryCollection>("RelatedEntitiesQuery") is { Count: > 0 } related)
        {
            _related.Fill(row, related, caller);
        }

        return new RetrieveResponse { ResponseName = "Retrieve" }.With("Entity", row);
    }

    /// <summary>The party lists of an activity that are asked for.</summary>
    private void AddParties(Entity row, TableMetadata table, ColumnSet columns, Caller caller)
    {
        if (table.Unstored.Count == 0)
        {
            return;
        }

        foreach (var column in Parties.Of(table).Where(c => columns.AllColumns || columns.Columns.Contains(c.Name)))
        {
            if (organization.Writer.Parties.Read(column, row.Id) is { } parties)
            {
                organization.Formatting.Fill([.. parties.Entities], caller);
                row[column.Name] = parties;
            }
        }
    }

    private static IReadOnlyList<ColumnMetadata> Columns(TableMetadata table, ColumnSet columns)
    {
        if (columns.AllColumns)
        {
            return table.Columns;
        }

        List<ColumnMetadata> chosen =
        [
            .. columns.Columns.Distinct().Select(c => table.FindAny(c) ?? throw Faults.NoColumn(table.Name, c)).Where(c => c.IsStored),
        ];

        // As in the platform, an amount comes with its currency. https://learn.microsoft.com/power-apps/developer/data-platform/webapi/query/select-columns
        if (chosen.Exists(c => c.Type == ColumnType.Money) && table.Find(MoneyColumns.Currency) is { } currency && !chosen.Contains(currency))
        {
            chosen.Add(currency);
        }

        return chosen;
    }
}
