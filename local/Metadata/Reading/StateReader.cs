using System;
using System.Collections.Generic;
using System.Linq;
using System.Xml.Linq;

namespace CrmAddon.Local.Metadata.Reading;

/// <summary>Reads the states of a table; where a solution changes the status reasons alone, the states stay as they were.</summary>
internal static class StateReader
{
    public static void Read(TableMetadata table, XElement entity, List<XElement> attributes)
    {
        var state = OptionSet(table, attributes, "state");
        var status = OptionSet(table, attributes, "status");
        if (state is null && status is null)
        {
            return;
        }

        var before = table.States ?? StateModel.ActiveInactive;
        var model = new StateModel(
            state is null ? before.States : ChoiceReader.States(state),
            status is null ? before.Statuses : ChoiceReader.Statuses(status),
            entity.Flag("EnforceStateTransitions", before.EnforcesTransitions));
        var place = state ?? status!;
        if (model.States.Count == 0)
        {
            throw place.Error("the states are empty.");
        }

        foreach (var s in model.States)
        {
            if (model.FindStatus(s.DefaultStatus)?.State != s.Value)
            {
                throw place.Error(FormattableString.Invariant(
                    $"state {s.Value} ({s.Label}) has the default status {s.DefaultStatus}, which is no status of that state."));
            }
        }

        if (model.Statuses.FirstOrDefault(s => model.FindState(s.State) is null) is { } stray)
        {
            throw place.Error(FormattableString.Invariant($"status {stray.Value} ({stray.Label}) belongs to state {stray.State}, which table {table.Name} does not have."));
        }

        table.States = model;
    }

    private static XElement? OptionSet(TableMetadata table, List<XElement> attributes, string type)
    {
        var attribute = attributes.Find(a => a.Text("Type") == type);
        return attribute is null || (TableReader.IsUnmodified(attribute) && table.States is not null) ? null : attribute.Child("optionset");
    }
}
