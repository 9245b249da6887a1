using System;
using System.Collections.Generic;
using System.Linq;
using CrmAddon.Plugins.Dataverse;
using CrmAddon.Plugins.Registration;
using CrmAddon.Plugins.Tables;

namespace CrmAddon.Plugins.Ledger;

/// <summary>Money once posted is never changed and never deleted, whoever asks: it only moves on to be released, approved and paid.</summary>
[Step(UpdateStep, Message = "Update", Table = Entry.Table, Stage = Stage.PreOperation, Filter = Guarded)]
[Step(DeleteStep, Message = "Delete", Table = Entry.Table, Stage = Stage.PreOperation)]
[Image("5b0c7f0e-3a52-4f7e-9f0a-6f3f1a7f0a21", StepId = UpdateStep, Alias = "before", Columns = Guarded)]
[Image("5b0c7f0e-3a52-4f7e-9f0a-6f3f1a7f0a24", StepId = DeleteStep, Alias = "before", Columns = Guarded)]
public sealed class EntryGuard : EventPlugin
{
    private const string Guarded = Entry.Key + "," + Entry.Program + "," + Entry.Partner + "," + Entry.Customer + "," + Entry.Opportunity + ","
        + Entry.Role + "," + Entry.RuleName + "," + Entry.RuleVersion + "," + Entry.EarnedMonth + "," + Entry.BookedMonth + "," + Entry.Kind
        + "," + Entry.Amount + "," + Entry.Uncapped + "," + Entry.IsHold + "," + Entry.ReleaseMonth + "," + Entry.Ruling + ","
        + Entry.Statement + "," + Entry.Corrects + "," + Entry.Currency + "," + Entry.State + "," + Entry.Status;

    private const string UpdateStep = "5b0c7f0e-3a52-4f7e-9f0a-6f3f1a7f0501";
    private const string DeleteStep = "5b0c7f0e-3a52-4f7e-9f0a-6f3f1a7f0504";

    private static readonly string[] GuardedColumns = Guarded.Split(',');

    private static readonly Dictionary<int, int[]> Next = new()
    {
        [Entry.StatusOf.Posted] = [Entry.StatusOf.Approved],
        [Entry.StatusOf.Held] = [Entry.StatusOf.Released],
        [Entry.StatusOf.Released] = [Entry.StatusOf.Approved],
        [Entry.StatusOf.Approved] = [Entry.StatusOf.Paid],
        [Entry.StatusOf.Paid] = [],
    };

    private protected override void Answer(PluginEvent happened)
    {
        var before = happened.Before();
        if (before.Option(Entry.Status) is not { } status || !Next.TryGetValue(status, out var next))
            return;

        if (happened.Message == "Delete")
            throw LedgerText.IsPosted(before.Text(Entry.Key));

        var sent = happened.Target;
        foreach (var column in Changes.Of(before, sent).Intersect(GuardedColumns, StringComparer.Ordinal))
            if (column != Entry.Status || !next.Contains(sent.Option(Entry.Status) ?? 0))
                throw LedgerText.IsPosted(before.Text(Entry.Key));
    }
}
