using System;
using System.Collections.Generic;
using System.Linq;
using CrmAddon.Local.Metadata;
using CrmAddon.Local.Store;
using Microsoft.Xrm.Sdk;

namespace CrmAddon.Local.Messages.Writing;

/// <summary>
/// The party lists of activities (from, to, required attendees, ...): each party is a row of activityparty, written and read with its
/// activity and deleted with it.
/// </summary>
/// <remarks><see href="https://learn.microsoft.com/power-apps/developer/data-platform/reference/entities/activityparty">Activity Party</see></remarks>
internal sealed class Parties(Organization organization, ValueRules values)
{
    private const string Table = "activityparty";
    private const string Activity = "activityid";
    private const string Kind = "participationtypemask";

    /// <summary>What a party list's parties are in their activity.</summary>
    private static readonly Dictionary<string, long> Kinds = new(StringComparer.Ordinal)
    {
        ["from"] = 1,
        ["to"] = 2,
        ["cc"] = 3,
        ["bcc"] = 4,
        ["requiredattendees"] = 5,
        ["optionalattendees"] = 6,
        ["organizer"] = 7,
        ["resources"] = 10,
        ["customers"] = 11,
        ["customer"] = 11,
    };

    private static readonly string[] Copied = ["partyid", "addressused", "unresolvedpartyname", "effort"];

    /// <summary>The party lists of a table that can be kept.</summary>
    public static IEnumerable<ColumnMetadata> Of(TableMetadata table) =>
        table.Unstored.Where(c => c.Type == ColumnType.PartyList && Kinds.ContainsKey(c.Name));

    /// <summary>Writes the party lists that a row was sent with, in place of those it had.</summary>
    public void Write(TableMetadata table, Entity sent)
    {
        if (table.Unstored.Count == 0)
        {
            return;
        }

        foreach (var column in Of(table))
        {
            if (sent.Attributes.TryGetValue(column.Name, out var value))
            {
                Write(table, column, sent.Id, value);
            }
        }
    }

    /// <summary>The parties of a row in one of its lists; null where there are none.</summary>
    public EntityCollection? Read(ColumnMetadata column, Guid id)
    {
        var parties = organization.Table(Table);
        List<ColumnMetadata> columns = [parties[Kind], .. Copied.Select(parties.Find).OfType<ColumnMetadata>()];
        List<Entity> rows =
        [
            .. organization.Database
                .Prepare($"SELECT {parties.PrimaryId.Name} FROM {Table} WHERE {Activity} = @0 AND {Kind} = @1 ORDER BY rowid")
                .List([Cells.ToBytes(id), Kinds[column.Name]], r => Cells.ToGuid(r.GetFieldValue<byte[]>(0)))
                .Select(party => organization.Rows.Read(parties, party, columns)!),
        ];
        return rows.Count == 0 ? null : new EntityCollection(rows) { EntityName = Table };
    }

    /// <summary>Deletes the parties of a row that is deleted.</summary>
    public void Delete(TableMetadata table, Guid id)
    {
        if (table.Unstored.Count > 0 && Of(table).Any())
        {
            organization.Rows.DeleteWhere(organization.Table(Table), (Activity, Cells.ToBytes(id)));
        }
    }

    private void Write(TableMetadata table, ColumnMetadata column, Guid id, object? value)
    {
        if (value is not (null or EntityCollection))
        {
            throw Faults.WrongType(table, column, value, nameof(EntityCollection));
        }

        var parties = organization.Table(Table);
        organization.Rows.DeleteWhere(parties, (Activity, Cells.ToBytes(id)), (Kind, Kinds[column.Name]));
        foreach (var party in value is EntityCollection list ? list.Entities.AsEnumerable() : [])
        {
            if (party.LogicalName != Table)
            {
                throw Faults.Argument($"'{table.Name}.{column.Name}' takes rows of {Table}, not of '{party.LogicalName}'.");
            }

            List<Cell> cells =
            [
                new(parties.PrimaryId.Name, Cells.ToBytes(Guid.CreateVersion7(organization.Options.Clock.GetUtcNow()))),
                new(Kind, Kinds[column.Name]),
                new("versionnumber", organization.Counters.NextVersion()),
            ];
            Cells.Add(cells, parties[Activity], new EntityReference(table.Name, id));
            foreach (var copied in Copied.Select(parties.Find).OfType<ColumnMetadata>())
            {
                Cells.Add(cells, copied, values.Check(parties, copied, party.Attributes.TryGetValue(copied.Name, out var given) ? given : null));
            }

            organization.Rows.Insert(parties, cells);
        }
    }
}
