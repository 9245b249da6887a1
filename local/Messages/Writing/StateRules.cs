using CrmAddon.Local.Metadata;
using Microsoft.Xrm.Sdk;

namespace CrmAddon.Local.Messages.Writing;

/// <summary>Which state and status a row gets, and which moves are allowed.</summary>
internal static class StateRules
{
    /// <summary>Fills in what a new row does not say: the first state, and the default status of its state.</summary>
    public static void ForCreate(TableMetadata table, Entity target)
    {
        if (table.States is not { } model)
        {
            return;
        }

        var status = Value(target, "statuscode");
        var state = Value(target, "statecode")
            ?? model.Initial.Value;
        Apply(table, target, state, status);
    }

    /// <summary>Completes and checks a change of state against the row as it is.</summary>
    public static void ForUpdate(Organization organization, TableMetadata table, Entity target)
    {
        if (table.States is not { } model || (!target.Contains("statecode") && !target.Contains("statuscode")))
        {
            return;
        }

        var row = organization.Rows.Read(table, target.Id, [table["statecode"], table["statuscode"]])
            ?? throw Faults.MissingRow(table.Name, target.Id);
        var oldState = Value(row, "statecode") ?? model.Initial.Value;
        var oldStatus = Value(row, "statuscode");
        var state = Value(target, "statecode") ?? oldState;
        var status = Value(target, "statuscode") ?? (state == oldState ? oldStatus : null);
        Apply(table, target, state, status);

        var to = model.FindStatus(Value(target, "statuscode")!.Value)!;
        if (oldStatus is { } old && model.FindStatus(old) is { } from && !model.Allows(old, to.Value))
        {
            throw Faults.NoTransition(table, target.Id, from, to);
        }
    }

    private static void Apply(TableMetadata table, Entity target, int state, int? status)
    {
        var model = table.States!;
        var known = model.FindState(state) ?? throw Faults.NoChoice(table, table["statecode"], state);
        var wanted = status ?? known.DefaultStatus;
        var knownStatus = model.FindStatus(wanted) ?? throw Faults.NoChoice(table, table["statuscode"], wanted);
        if (knownStatus.State != state)
        {
            throw Faults.StatusOfOtherState(table, target.Id, wanted, known);
        }

        target["statecode"] = new OptionSetValue(state);
        target["statuscode"] = new OptionSetValue(wanted);
    }

    private static int? Value(Entity row, string column) =>
        row.Attributes.TryGetValue(column, out var value) && value is not null
            ? (value as OptionSetValue ?? throw Faults.Argument($"Incorrect attribute value type {value.GetType()} for '{row.LogicalName}.{column}': OptionSetValue is expected.")).Value
            : null;
}
