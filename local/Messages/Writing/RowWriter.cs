using System;
using System.Collections.Generic;
using System.Linq;
using CrmAddon.Local.Metadata;
using CrmAddon.Local.Pipeline;
using CrmAddon.Local.Security;
using CrmAddon.Local.SystemJobs;
using Microsoft.Xrm.Sdk;

namespace CrmAddon.Local.Messages.Writing;

/// <summary>Creates, updates and deletes rows through the pipeline; what every writing message ends in.</summary>
internal sealed class RowWriter
{
    private readonly Organization _organization;
    private readonly RowStorage _storage;
    private readonly DeleteCascades _cascades;
    private readonly AssignCascades _assigns;

    public RowWriter(Organization organization)
    {
        _organization = organization;
        var values = new ValueRules(organization);
        Keys = new KeyLookup(organization.Rows, values);
        AutoNumber = new AutoNumber(organization);
        _storage = new RowStorage(organization, values, AutoNumber);
        Parties = new Parties(organization, values);
        _cascades = new DeleteCascades(organization);
        _assigns = new AssignCascades(organization);
    }

    public KeyLookup Keys { get; }

    public AutoNumber AutoNumber { get; }

    public Parties Parties { get; }

    public Guid[] Create(IReadOnlyList<Entity> targets, Caller caller, OrganizationRequest request, bool multiple)
    {
        var table = _organization.Table(targets[0].LogicalName);
        if (table.Name == JobQueue.Table)
        {
            throw Faults.Argument("System jobs can't be created by request: asynchronous steps and ExecuteAsync make them.");
        }

        RefusePairs("Create", table);
        var now = _organization.Options.Clock.GetUtcNow();
        var rows = new RowEvent[targets.Count];
        for (var i = 0; i < rows.Length; i++)
        {
            var id = KeyLookup.IdOf(table, targets[i]) ?? Guid.CreateVersion7(now);
            rows[i] = new RowEvent(RowCopy.WithKey(table, targets[i], id), id);
        }

        SentTypes.Check(table, rows);
        var message = Event("Create", table, rows, caller, request, multiple);
        message.Check = AfterSteps(message, _organization.Access.Writes.OfCreate(caller, table, rows));
        _organization.Pipeline.Run(message, () =>
        {
            CheckChanged(message);
            foreach (var row in rows)
            {
                _storage.Insert(table, row.Target!, caller);
                message.Invoked.RowId = multiple ? Guid.Empty : row.Id;
            }

            var ids = rows.Select(r => r.Id).ToArray();
            message.Invoked.Outputs[multiple ? "Ids" : "id"] = multiple ? ids : ids[0];
        });
        return [.. rows.Select(r => r.Id)];
    }

    public Guid[] Update(IReadOnlyList<Entity> targets, Caller caller, OrganizationRequest request, bool multiple)
    {
        var table = _organization.Table(targets[0].LogicalName);
        RefusePairs("Update", table);
        var rows = new RowEvent[targets.Count];
        for (var i = 0; i < rows.Length; i++)
        {
            var id = Keys.Resolve(table, targets[i]);
            rows[i] = new RowEvent(RowCopy.Of(targets[i], id), id);
            SentTypes.Check(table, targets[i]);
            RefuseClosing(table, targets[i]);
            if (table.Name == JobQueue.Table)
            {
                JobChanges.Complete(_organization, table, rows[i].Target!);
            }
        }

        var matches = request.Optional<ConcurrencyBehavior>("ConcurrencyBehavior") == ConcurrencyBehavior.IfRowVersionMatches;
        var message = Event("Update", table, rows, caller, request, multiple);
        message.Check = AfterSteps(message, _organization.Access.Writes.OfUpdate(caller, table, rows));
        _organization.Pipeline.PreValidate(message);
        _organization.Transactions.Run(() =>
        {
            foreach (var pass in StatePasses.Of(message))
            {
                _organization.Pipeline.Carry(pass, () => Store(pass, caller, matches));
                matches = false; // the first pass gave the row a new version
            }

            return true;
        });
        return [.. rows.Select(r => r.Id)];
    }

    private void Store(PipelineEvent message, Caller caller, bool matchVersion)
    {
        CheckChanged(message);
        foreach (var row in message.Rows)
        {
            var owner = _assigns.OwnerBefore(message.Table!, row.Target!);
            _storage.Update(message.Table!, row.Target!, caller, matchVersion ? RowVersions.Expected(row.Target!.RowVersion) : null);
            _assigns.Apply(message.Table!, row.Id, owner, caller);
        }
    }

    /// <summary>Updates a row without steps: what a message does itself (Win, Lose).</summary>
    public void Store(TableMetadata table, Entity target, Caller caller) => _storage.Update(table, target, caller, null);

    /// <summary>Deletes a row without steps and rights, and what hangs on it.</summary>
    public void Remove(TableMetadata table, Guid id, Caller caller)
    {
        _cascades.Apply(table, id, caller);
        _organization.Rows.Delete(table, id);
    }

    /// <summary>Creates a row without steps and rights: what the platform makes itself (the plug-in types of a package).</summary>
    public void Insert(TableMetadata table, Entity target, Caller caller) => _storage.Insert(table, target, caller);

    public void Delete(EntityReference target, Caller caller, OrganizationRequest request)
    {
        var table = _organization.Table(target.LogicalName);
        RefusePairs("Delete", table);
        var id = Keys.Resolve(table, target);
        if (request.Optional<ConcurrencyBehavior>("ConcurrencyBehavior") == ConcurrencyBehavior.IfRowVersionMatches)
        {
            var row = _organization.Rows.Read(table, id, []) ?? throw Faults.MissingRow(table.Name, id);
            if (RowVersions.Expected(target.RowVersion) != RowVersions.Expected(row.RowVersion))
            {
                throw Faults.VersionMismatch(table, id);
            }
        }

        var invoked = Invoked("Delete", table, caller, request, id);
        invoked.Inputs["Target"] = new EntityReference(table.Name, id);
        var message = new PipelineEvent
        {
            Invoked = invoked,
            Single = "Delete",
            Table = table,
            Rows = [new RowEvent(null, id)],
            Steps = _organization.Steps.Find("Delete", table.Name),
            Check = _organization.Access.Writes.Of(caller, table, AccessRight.Delete, id),
        };
        _organization.Pipeline.Run(message, () =>
        {
            _organization.Access.Changes.Deleting(table, id);
            _organization.Registrations.Changes.Deleting(table, id);
            _cascades.Apply(table, id, caller);
            if (!_organization.Rows.Delete(table, id))
            {
                throw Faults.MissingRow(table.Name, id);
            }

            _organization.Access.Changes.Deleted(table, id);
            _organization.Registrations.Changes.Deleted(table, id);
        });
    }

    // Steps before the check may have put anything into the rows.
    private static Action? AfterSteps(PipelineEvent message, Action? check) => check is null || !message.Steps.Any ? check : () =>
    {
        CheckChanged(message);
        check();
    };

    private static void CheckChanged(PipelineEvent message)
    {
        if (message.Steps.Any)
        {
            SentTypes.Check(message.Table!, message.Rows);
        }
    }

    private static void RefusePairs(string message, TableMetadata table)
    {
        if (table.IsIntersect)
        {
            throw Faults.NotForTable(message, table);
        }
    }

    /// <summary>Only Win and Lose close an opportunity, as in the platform.</summary>
    public static void RefuseClosing(TableMetadata table, Entity target)
    {
        if (table.Name == "opportunity" && target.GetAttributeValue<OptionSetValue>("statecode") is { Value: 1 or 2 } state)
        {
            var (word, message) = state.Value == 1 ? ("Won", "Win") : ("Lost", "Lose");
            throw Faults.Argument($"This message can not be used to set the state of opportunity to {word}. In order to set state of opportunity to {word}, use the {message} message instead.");
        }
    }

    private Operation Invoked(string message, TableMetadata table, Caller caller, OrganizationRequest request, Guid rowId)
    {
        var operation = Operation.Of(request, message, table.Name, caller, _organization.Now, rowId);
        if (request.Parameters.TryGetValue("ConcurrencyBehavior", out var behavior))
        {
            operation.Inputs["ConcurrencyBehavior"] = behavior;
        }

        return operation;
    }

    private PipelineEvent Event(string single, TableMetadata table, RowEvent[] rows, Caller caller, OrganizationRequest request, bool multiple)
    {
        var steps = _organization.Steps.Find(single, table.Name);
        var invoked = Invoked(multiple ? single + "Multiple" : single, table, caller, request, multiple ? Guid.Empty : rows[0].Id);
        if (steps.Any)
        {
            if (multiple)
            {
                invoked.Inputs["Targets"] = new EntityCollection([.. rows.Select(r => r.Target!)]) { EntityName = table.Name };
            }
            else
            {
                invoked.Inputs["Target"] = rows[0].Target;
            }
        }

        return new PipelineEvent { Invoked = invoked, Single = single, Table = table, Rows = rows, Steps = steps };
    }
}
