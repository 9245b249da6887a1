using System;
using System.Collections.Generic;
using System.Linq;
using CrmAddon.Local.Metadata;
using CrmAddon.Local.Pipeline;
using CrmAddon.Local.Store;
using Microsoft.Crm.Sdk.Messages;
using Microsoft.Xrm.Sdk;
using Microsoft.Xrm.Sdk.Messages;

namespace CrmAddon.Local.Messages;

/// <summary>
/// <c>Merge</c> of two accounts, contacts or leads: the row that stays takes over columns that are given and every row that points to
/// the other one, which becomes inactive and names its master. All of it by updates with their steps.
/// </summary>
/// <remarks><see href="https://learn.microsoft.com/power-apps/developer/data-platform/configure-entity-relationship-cascading-behavior#about-the-merge-action">About the merge action</see></remarks>
internal sealed class MergeMessage(Organization organization) : IMessage
{
    private const string Master = "masterid";
    private static readonly string[] Tables = ["account", "contact", "lead"];
    private static readonly string[] Parents = ["parentaccountid", "parentcustomerid", "parentcontactid"];

    public bool Writes => true;

    public OrganizationResponse Execute(OrganizationRequest request, Caller caller)
    {
        var target = request.Required<EntityReference>("Target");
        var table = organization.Table(target.LogicalName);
        if (!Tables.Contains(table.Name) || !table.Has(Master))
        {
            throw Faults.Create(ErrorCodes.NotSupported, $"The 'Merge' method does not support entities of type '{table.Name}': {string.Join(", ", Tables)} can be merged.");
        }

        var master = organization.Writer.Keys.Resolve(table, target);
        var other = request.Required<Guid>("SubordinateId");
        Check(table, master, other, request.Optional<bool>("PerformParentingChecks"));
        organization.Transactions.Run(() =>
        {
            Merge(table, master, other, request.Optional<Entity>("UpdateContent"), caller);
            return true;
        });
        return new MergeResponse { ResponseName = "Merge" };
    }

    private void Merge(TableMetadata table, Guid master, Guid other, Entity? content, Caller caller)
    {
        if (content is { Attributes.Count: > 0 })
        {
            var columns = RowCopy.Of(content, master);
            columns.LogicalName = table.Name;
            columns.Attributes.Remove(table.PrimaryId.Name);
            Update(columns, caller);
        }

        var reference = new EntityReference(table.Name, master);
        foreach (var relation in table.Children.Where(r => r.ChildColumn != Master))
        {
            var children = organization.Table(relation.ChildTable);
            foreach (var child in organization.Rows.Find(children, children[relation.ChildColumn], Cells.ToBytes(other)))
            {
                // What the row that stays would point to itself by is left empty.
                var isMaster = child == master;
                Update(new Entity(children.Name, child) { [relation.ChildColumn] = isMaster ? null : reference }, caller);
            }
        }

        Update(new Entity(table.Name, other) { ["statecode"] = new OptionSetValue(Inactive(table)) }, caller);

        // No update can write these two: they are the message's own.
        List<Cell> cells = [];
        Cells.Add(cells, table[Master], reference);
        Cells.Add(cells, table["merged"], true);
        organization.Rows.Update(table, other, cells);
    }

    private void Update(Entity row, Caller caller) => organization.Writer.Update([row], caller, new UpdateRequest(), multiple: false);

    // A merged lead is disqualified, the others are inactive: the last state of each.
    private static int Inactive(TableMetadata table) => table.States!.States[^1].Value;

    private void Check(TableMetadata table, Guid master, Guid other, bool parents)
    {
        if (master == other)
        {
            throw Faults.Argument($"A row can't be merged with itself ({table.Name} with Id {master}).");
        }

        List<ColumnMetadata> columns = [.. Parents.Select(table.Find).OfType<ColumnMetadata>()];
        var first = organization.Rows.Read(table, master, columns) ?? throw Faults.MissingRow(table.Name, master);
        var second = organization.Rows.Read(table, other, columns) ?? throw Faults.MissingRow(table.Name, other);
        if (parents && columns.Find(c => first.GetAttributeValue<EntityReference>(c.Name)?.Id != second.GetAttributeValue<EntityReference>(c.Name)?.Id) is { } parent)
        {
            throw Faults.Argument($"The rows are differently parented: '{table.Name}.{parent.Name}' is not the same. Merge without PerformParentingChecks, or give them the same parent.");
        }
    }
}
