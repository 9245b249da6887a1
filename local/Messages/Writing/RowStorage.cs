using System;
using System.Collections.Generic;
using System.Globalization;
using System.Linq;
using System.ServiceModel;
using CrmAddon.Local.Metadata;
using CrmAddon.Local.Pipeline;
using CrmAddon.Local.Security;
using CrmAddon.Local.Store;
using Microsoft.Data.Sqlite;
using Microsoft.Xrm.Sdk;

namespace CrmAddon.Local.Messages.Writing;

/// <summary>The operation between the stages: completes a row as the platform does, checks its values and stores it.</summary>
internal sealed class RowStorage(Organization organization, ValueRules values, AutoNumber autoNumber)
{
    private const string OverriddenCreatedOn = "overriddencreatedon";
    private readonly List<Cell> _cells = new(64);

    public void Insert(TableMetadata table, Entity target, Caller caller)
    {
        var parties = PartiesIn(table, target);
        SentColumns.LeaveAside(table, target, isNew: true);
        Complete(table, target, caller);
        var currency = MoneyColumns.Complete(organization, table, target, caller.UserId);
        var cells = Convert(table, target, currency?.Digits, isNew: true);
        cells.Add(new Cell("versionnumber", organization.Counters.NextVersion()));
        foreach (var column in table.RequiredColumns)
        {
            if (!target.Attributes.TryGetValue(column.Name, out var value) || value is null)
            {
                throw Faults.Required(table, column.Name);
            }
        }

        try
        {
            organization.Rows.Insert(table, cells);
        }
        catch (SqliteException e) when (SqliteErrors.IsUniqueViolation(e))
        {
            throw Duplicate(e, table, target);
        }

        if (parties is not null)
        {
            organization.Writer.Parties.Write(table, parties);
        }

        organization.Access.Changes.Created(table, target, caller);
        organization.Registrations.Changes.Created(table, target, caller);
    }

    public void Update(TableMetadata table, Entity sent, Caller caller, long? expectedVersion)
    {
        // What is completed here is no part of what was sent: it decides no filter of a later step.
        var target = RowCopy.Of(sent, sent.Id);
        SentColumns.LeaveAside(table, target, isNew: false);
        StateRules.ForUpdate(organization, table, target);
        FullName.ForUpdate(organization, table, target);
        var currency = MoneyColumns.CompleteUpdate(organization, table, target);
        target["modifiedon"] = organization.Now;
        target["modifiedby"] = new EntityReference("systemuser", caller.UserId);
        Delegate(table, target, "modifiedonbehalfby", caller);
        Owners.Complete(organization, table, target, caller);
        organization.Access.Changes.Updating(table, target);
        organization.Registrations.Changes.Updating(table, target);
        var cells = Convert(table, target, currency?.Digits, isNew: false);
        cells.Add(new Cell("versionnumber", organization.Counters.NextVersion()));
        try
        {
            if (!organization.Rows.Update(table, target.Id, cells, expectedVersion))
            {
                throw organization.Rows.Exists(table, target.Id)
                    ? Faults.VersionMismatch(table, target.Id)
                    : Faults.MissingRow(table.Name, target.Id);
            }
        }
        catch (SqliteException e) when (SqliteErrors.IsUniqueViolation(e))
        {
            throw Duplicate(e, table, target);
        }

        organization.Writer.Parties.Write(table, sent);
        organization.Access.Changes.Updated(table, target);
        organization.Registrations.Changes.Updated(table, target, caller);
    }

    /// <summary>The party lists of a new row, before they are left aside; null where its table has none.</summary>
    private static Entity? PartiesIn(TableMetadata table, Entity target) =>
        table.Unstored.Count > 0 && Parties.Of(table).Any(c => target.Contains(c.Name)) ? RowCopy.Of(target, target.Id) : null;

    /// <summary>What a new row has without anybody saying so.</summary>
    private void Complete(TableMetadata table, Entity target, Caller caller)
    {
        var user = new EntityReference("systemuser", caller.UserId);
        target[table.PrimaryId.Name] = target.Id;
        StateRules.ForCreate(table, target);
        FullName.ForCreate(table, target);
        foreach (var column in table.AutoNumbers)
        {
            if (target.GetAttributeValue<string>(column.Name) is null or "")
            {
                target[column.Name] = autoNumber.Next(table, column);
            }
        }

        foreach (var column in table.Defaults)
        {
            if (!target.Contains(column.Name))
            {
                target[column.Name] = column.Type == ColumnType.YesNo ? column.Default != 0 : new OptionSetValue(column.Default!.Value);
            }
        }

        // A migrated row says when it was made elsewhere: that becomes its date, and the column keeps when it came here.
        var now = organization.Now;
        target["createdon"] = now;
        if (target.GetAttributeValue<DateTime?>(OverriddenCreatedOn) is { } made)
        {
            (target["createdon"], target[OverriddenCreatedOn]) = (made, now);
        }

        target["modifiedon"] = now;
        target["createdby"] = user;
        target["modifiedby"] = user;
        Delegate(table, target, "createdonbehalfby", caller);
        Delegate(table, target, "modifiedonbehalfby", caller);
        if (table.IsUserOwned)
        {
            if (!target.Contains("ownerid"))
            {
                target["ownerid"] = user;
            }

            Owners.Complete(organization, table, target, caller);
        }

        organization.Access.Changes.Creating(table, target, caller);
        organization.Registrations.Changes.Creating(table, target);
    }

    // A client who acts for another is named beside him; what steps do for another user is theirs.
    private static void Delegate(TableMetadata table, Entity target, string column, Caller caller)
    {
        if (table.Has(column))
        {
            target[column] = caller.Parent is null && caller.InitiatingUserId != caller.UserId
                ? new EntityReference("systemuser", caller.InitiatingUserId)
                : null;
        }
    }

    /// <summary>The row's cells, of values that were sent (checked) and of those that the platform gave.</summary>
    private List<Cell> Convert(TableMetadata table, Entity target, int? currencyDigits, bool isNew)
    {
        _cells.Clear();
        foreach (var (name, value) in target.Attributes)
        {
            var column = table[name];
            if (column.IsPlatformOwned)
            {
                Cells.Add(_cells, column, value);
                continue;
            }

            if (column.Type == ColumnType.Id && !isNew)
            {
                continue;
            }

            var stored = values.Check(table, column, value, currencyDigits);
            if (stored is null && column.Required == RequiredLevel.System)
            {
                throw Faults.CannotBeNull(table, column);
            }

            Cells.Add(_cells, column, stored);
        }

        return _cells;
    }

    private static FaultException<OrganizationServiceFault> Duplicate(SqliteException e, TableMetadata table, Entity target) =>
        SqliteErrors.ViolatedKey(e, table) is { } key
            ? Faults.DuplicateKey(table, key, key.Columns.Select(c => $"{c} = {Show(target, c)}"))
            : Faults.DuplicateId(table, target.Id);

    private static string Show(Entity target, string column)
    {
        target.Attributes.TryGetValue(column, out var value);
        return value switch
        {
            null => "(unchanged)",
            EntityReference reference => reference.Id.ToString(),
            OptionSetValue choice => choice.Value.ToString(CultureInfo.InvariantCulture),
            Money money => money.Value.ToString(CultureInfo.InvariantCulture),
            _ => System.Convert.ToString(value, CultureInfo.InvariantCulture) ?? string.Empty,
        };
    }
}
