using System;
using System.Collections.Generic;
using CrmAddon.Plugins.Dataverse;
using CrmAddon.Plugins.Tables;
using Microsoft.Xrm.Sdk;
using Microsoft.Xrm.Sdk.Query;

namespace CrmAddon.Plugins.Disputes;

/// <summary>
/// Reads what a dispute names. Time runs against a statement from the day on which it was issued, against an entry with the statement
/// that carries it, and against a final split from the day of its last change; an estimate may be objected to at any time.
/// </summary>
internal sealed class DisputeSubjects(IOrganizationService service)
{
    private const string ModifiedOn = "modifiedon";

    public IReadOnlyList<DisputeSubject> Of(Entity dispute)
    {
        var subjects = new List<DisputeSubject>();
        if (dispute.Lookup(Dispute.Split) is { } split)
            subjects.Add(OfSplit(split));
        if (dispute.Lookup(Dispute.Entry) is { } entry)
            subjects.Add(OfEntry(entry));
        if (dispute.Lookup(Dispute.Statement) is { } statement)
            subjects.Add(OfStatement(statement));

        return subjects;
    }

    private DisputeSubject OfSplit(Guid id)
    {
        var split = service.Retrieve(
            Split.Table, id, new ColumnSet(Split.Name, Split.Partner, Split.Program, Split.Opportunity, Split.IsFinal, ModifiedOn));
        return Subject(split, split.GetAttributeValue<bool>(Split.IsFinal) ? split.Date(ModifiedOn) : null);
    }

    private DisputeSubject OfEntry(Guid id)
    {
        var entry = service.Retrieve(
            Entry.Table, id, new ColumnSet(Entry.Name, Entry.Partner, Entry.Program, Entry.Opportunity, Entry.Statement));
        return Subject(entry, entry.Lookup(Entry.Statement) is { } statement ? OfStatement(statement).Since : null);
    }

    private DisputeSubject OfStatement(Guid id)
    {
        var statement = service.Retrieve(
            StatementRow.Table, id, new ColumnSet(StatementRow.Name, StatementRow.Partner, StatementRow.Program, StatementRow.IssuedOn));
        return Subject(statement, statement.Date(StatementRow.IssuedOn));
    }

    // The three tables name partner, program and deal alike.
    private static DisputeSubject Subject(Entity row, DateTime? since) => new(
        row.Text(Split.Name),
        row.Lookup(Split.Partner),
        row.GetAttributeValue<EntityReference?>(Split.Program),
        row.GetAttributeValue<EntityReference?>(Split.Opportunity),
        since?.Date);
}
