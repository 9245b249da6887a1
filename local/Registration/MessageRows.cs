using System;
using System.Collections.Generic;
using System.Linq;
using CrmAddon.Local.Metadata;
using CrmAddon.Local.Metadata.Reading;
using CrmAddon.Local.Store;

namespace CrmAddon.Local.Registration;

/// <summary>
/// The rows of sdkmessage and sdkmessagefilter: one for each message, custom APIs included, and one for each table that a message is about.
/// They follow the definitions; a message or table that is gone keeps its rows as long as steps name them.
/// </summary>
internal sealed class MessageRows(Organization organization)
{
    private static readonly string[] OfEveryTable = ["Create", "CreateMultiple", "Update", "UpdateMultiple", "Delete", "Retrieve", "RetrieveMultiple"];
    private static readonly string[] OfOwnedRows =
        ["Assign", "GrantAccess", "ModifyAccess", "RevokeAccess", "RetrievePrincipalAccess", "RetrieveSharedPrincipalsAndAccess"];

    private static readonly string[] OfStates = ["SetState", "SetStateDynamicEntity"];
    private static readonly string[] OfSomeTables = ["Merge", "Win", "Lose"];

    // All rows of one time have one version: they are no change that statistics have to follow.
    private long? _version;

    public void Write()
    {
        var messages = Messages().ToDictionary(m => m, MessageId, StringComparer.OrdinalIgnoreCase);
        var filters = organization.Metadata.Tables.Values.Where(t => !t.IsIntersect).SelectMany(t => Of(t).Where(messages.ContainsKey).Select(m => (Message: m, Table: t)))
            .ToDictionary(f => DefinitionIds.Of($"message filter:{f.Message}:{f.Table.Name}"));
        Remove(RegistrationTables.Filter, filters.Keys);
        Remove(RegistrationTables.Message, messages.Values);

        var stored = Stored(RegistrationTables.Message);
        foreach (var (name, id) in messages.Where(m => !stored.Contains(m.Value)))
        {
            Insert(name, id);
        }

        stored = Stored(RegistrationTables.Filter);
        foreach (var (id, filter) in filters.Where(f => !stored.Contains(f.Key)))
        {
            Insert(id, messages[filter.Message], filter.Table);
        }
    }

    /// <summary>Win and Lose have a longer name as actions of the Web API.</summary>
    private IEnumerable<string> Messages() => organization.Messages.Names.Where(m => m is not ("WinOpportunity" or "LoseOpportunity")).Append("SetStateDynamicEntity");

    private static Guid MessageId(string name) => KnownMessages.IdOf(name) ?? DefinitionIds.Of("message:" + name);

    private IEnumerable<string> Of(TableMetadata table) => table.Name is RegistrationTables.Message or RegistrationTables.Filter
        ? ["Retrieve", "RetrieveMultiple"]
        : OfEveryTable
            .Concat(table.IsUserOwned ? OfOwnedRows : [])
            .Concat(table.States is null ? [] : OfStates)
            .Concat(OfSomeTables.Where(m => IsAbout(m, table.Name)))
            .Concat(organization.Metadata.CustomApis.Values.Where(a => a.BoundTable == table.Name).Select(a => a.Name));

    private static bool IsAbout(string message, string table) => message == "Merge" ? table is "account" or "contact" or "lead" or "incident" : table == "opportunity";

    private HashSet<Guid> Stored(string table) =>
        organization.Database.Prepare($"SELECT {table}id FROM {table}").List([], r => Cells.ToGuid(r.GetFieldValue<byte[]>(0))).ToHashSet();

    private void Remove(string table, IReadOnlyCollection<Guid> wanted)
    {
        var keep = wanted.ToHashSet();
        foreach (var id in Stored(table).Where(id => !keep.Contains(id)))
        {
            organization.Database.Run(
                $"DELETE FROM {table} WHERE {table}id = @0 AND NOT EXISTS (SELECT 1 FROM {RegistrationTables.Step} WHERE {table}id = @0)"
                + (table == RegistrationTables.Message ? $" AND NOT EXISTS (SELECT 1 FROM {RegistrationTables.Filter} WHERE sdkmessageid = @0)" : ""),
                Cells.ToBytes(id));
        }
    }

    private void Insert(string name, Guid id)
    {
        organization.Metadata.CustomApis.TryGetValue(name, out var api);
        Insert(
            RegistrationTables.Message, id, ("name", api?.Name ?? name), ("categoryname", "None"), ("executeprivilegename", api?.Privilege), ("autotransact", 1L), ("availability", 0L),
            ("expand", 0L), ("isactive", 1L), ("isprivate", 0L), ("isreadonly", api?.IsFunction == true ? 1L : 0L), ("template", 0L),
            ("isvalidforexecuteasync", organization.Messages.CanRunLater(name) ? 1L : 0L), ("workflowsdkstepenabled", 0L), ("customizationlevel", api is null ? 0L : 1L));
    }

    private void Insert(Guid id, Guid message, TableMetadata table) => Insert(
        RegistrationTables.Filter, id, ("sdkmessageid", Cells.ToBytes(message)), ("primaryobjecttypecode", table.Name), ("secondaryobjecttypecode", "none"), ("availability", 0L),
        ("iscustomprocessingstepallowed", RegistrationTables.HasNoSteps(table.Name) ? 0L : 1L), ("isvisible", 1L), ("restrictionlevel", 0L), ("workflowsdkstepenabled", 0L),
        ("customizationlevel", table.IsCustom ? 1L : 0L));

    private void Insert(string name, Guid id, params ReadOnlySpan<(string Column, object? Value)> values)
    {
        var table = organization.Table(name);
        var now = Dates.ToText(organization.Now, DateBehavior.UserLocal);
        var user = Cells.ToBytes(organization.Ids.SystemUser);
        List<Cell> cells =
        [
            new(table.PrimaryId.Name, Cells.ToBytes(id)), new("createdon", now), new("modifiedon", now), new("createdby", user), new("modifiedby", user),
            new("componentstate", 0L), new("ismanaged", 1L), new("versionnumber", _version ??= organization.Counters.NextVersion()),
        ];
        foreach (var (column, value) in values)
        {
            cells.Add(new Cell(column, value));
        }

        organization.Rows.Insert(table, cells);
    }
}
