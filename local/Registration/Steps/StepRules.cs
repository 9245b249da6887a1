using System;
using System.Linq;
using CrmAddon.Local.Messages;
using CrmAddon.Local.Metadata;
using CrmAddon.Local.Store;
using CrmAddon.Registration;
using Microsoft.Xrm.Sdk;

namespace CrmAddon.Local.Registration.Steps;

/// <summary>
/// What a row of sdkmessageprocessingstep has to fit: a message and table that take steps, a stage and mode that go together, columns that exist.
/// <see href="https://learn.microsoft.com/power-apps/developer/data-platform/register-plug-in#register-plug-in-step">Register plug-in step</see>
/// </summary>
internal sealed class StepRules(Organization organization)
{
    private const string Handler = "eventhandler";
    private const string PluginType = "plugintypeid";
    private static readonly string[] Columns = [Handler, PluginType, "sdkmessageid", "sdkmessagefilterid", "stage", "mode", "filteringattributes"];

    public void Apply(TableMetadata table, Entity target, bool isNew)
    {
        Complete(target, isNew);
        var row = RowValues.Of(organization, table, target, isNew, Columns);
        if (NameOf(RegistrationTables.Message, row.Get<EntityReference>("sdkmessageid")) is not { } message)
        {
            return; // refused as a value
        }

        var filter = row.Get<EntityReference>("sdkmessagefilterid") is { } reference ? Filter(reference.Id) : null;
        CheckStage(row);
        CheckMessage(message, filter, row);
        CheckFilteringColumns(row, filter?.Table);
    }

    /// <summary>The table of a filter's row; null where there is none.</summary>
    public string? TableOf(Guid filter) => Filter(filter)?.Table;

    /// <summary>Both columns name the class: the platform's own clients write the first, and the second follows.</summary>
    private static void Complete(Entity target, bool isNew)
    {
        foreach (var (from, to) in new[] { (Handler, PluginType), (PluginType, Handler) })
        {
            if (target.GetAttributeValue<EntityReference>(from) is { } type && (!target.Contains(to) || from == Handler))
            {
                target[to] = new EntityReference(RegistrationTables.Type, type.Id);
            }
        }

        if (isNew && !target.Contains("rank"))
        {
            target["rank"] = 1;
        }
    }

    private static void CheckStage(RowValues row)
    {
        var stage = (StepStage)(row.Choice("stage") ?? 0);
        if (stage is not (StepStage.PreValidation or StepStage.PreOperation or StepStage.PostOperation))
        {
            throw Faults.Argument($"Invalid stage {stage:D}: steps are registered in the stages 10 (pre-validation), 20 (pre-operation) and 40 (post-operation).");
        }

        if ((StepMode)(row.Choice("mode") ?? 0) == StepMode.Asynchronous && stage != StepStage.PostOperation)
        {
            throw Faults.Argument($"Invalid mode for stage {stage:D}: asynchronous steps can only be registered in the stage 40 (post-operation).");
        }
    }

    private void CheckMessage(string message, FilterRow? filter, RowValues row)
    {
        if (!organization.Messages.HasSteps(message) || filter is { AllowsSteps: false })
        {
            throw RegistrationFaults.NoSteps(message, filter?.Table);
        }

        if (filter is not null && filter.Message != row.Get<EntityReference>("sdkmessageid")!.Id)
        {
            throw Faults.Argument($"The SDK message filter of table {filter.Table} does not belong to the message {message}.");
        }

        if (organization.Metadata.CustomApis.TryGetValue(message, out var api)
            && (api.AllowedSteps == AllowedSteps.None || (api.AllowedSteps == AllowedSteps.AsyncOnly && row.Choice("mode") is null or 0)))
        {
            throw RegistrationFaults.NoSteps(message, filter?.Table);
        }
    }

    private void CheckFilteringColumns(RowValues row, string? name)
    {
        var columns = row.Get<string>("filteringattributes");
        if (ColumnList.Of(columns).Length == 0)
        {
            return;
        }

        if (name is null)
        {
            throw Faults.Argument("Filtering attributes need a table: the step has no SDK message filter.");
        }

        if (organization.Metadata.Find(name) is { } table)
        {
            ColumnList.Check(table, columns);
        }
    }

    private string? NameOf(string table, EntityReference? reference) => reference is null
        ? null
        : (string?)organization.Database.Prepare($"SELECT name FROM {table} WHERE {table}id = @0").Value(Cells.ToBytes(reference.Id));

    private FilterRow? Filter(Guid id) => organization.Database
        .Prepare($"SELECT sdkmessageid, primaryobjecttypecode, iscustomprocessingstepallowed FROM {RegistrationTables.Filter} WHERE sdkmessagefilterid = @0")
        .List([Cells.ToBytes(id)], r => new FilterRow(Cells.ToGuid(r.GetFieldValue<byte[]>(0)), r.GetString(1), r.GetInt32(2) != 0))
        .FirstOrDefault();

    private sealed record FilterRow(Guid Message, string Table, bool AllowsSteps);
}
