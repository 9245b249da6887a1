using System;
using CrmAddon.Plugins.Dataverse;
using CrmAddon.Plugins.Programs;
using CrmAddon.Plugins.Tables;
using Microsoft.Xrm.Sdk;

namespace CrmAddon.Plugins.Ledger;

/// <summary>Carries out a plan of the ledger: one write for each row that differs, and no reads.</summary>
/// <param name="service">The service.</param>
/// <param name="program">The program.</param>
/// <param name="version">The rules that were applied; null where there are none for the month any more.</param>
/// <param name="evidence">The ruling behind the writes; null where there is none.</param>
internal sealed class EntryBook(IOrganizationService service, ProgramFacts program, EntityReference? version, EntityReference? evidence)
{
    private const int NameLength = 200;

    /// <param name="plan">What to write.</param>
    /// <param name="partnerOf">Row of a partner by code.</param>
    /// <param name="subjectOf">The deal or customer of a line.</param>
    public void Write(LedgerPlan plan, Func<string, Guid> partnerOf, Func<EntryLine, EntrySubject> subjectOf)
    {
        foreach (var entry in plan.New)
            service.Create(Row(entry, partnerOf(entry.Line.Partner), subjectOf(entry.Line)));

        foreach (var change in plan.Changed)
            service.Update(new Entity(Entry.Table, change.Id)
            {
                [Entry.Amount] = new Money(change.Amount),
                [Entry.Uncapped] = new Money(change.Uncapped),
                [Entry.Measure] = Stored(change.Carried.Measure),
                [Entry.Credited] = Stored(change.Carried.Credited),
                [Entry.RuleVersion] = version,
                [Entry.Ruling] = evidence,
            });

        foreach (var gone in plan.Gone)
            service.Delete(Entry.Table, gone);
    }

    // Most rules are monthly and carry nothing: their entries leave these columns empty.
    private static decimal? Stored(decimal measure) => measure == 0m ? null : measure;

    private Entity Row(NewEntry entry, Guid partner, EntrySubject subject)
    {
        var line = entry.Line;
        var row = new Entity(Entry.Table)
        {
            [Entry.Key] = entry.Key,
            [Entry.Name] = $"{line.Partner}, {line.Rule}{(line.Product.Length == 0 ? "" : " of " + line.Product)}, {line.Earned}".Cut(NameLength),
            [Entry.Program] = new EntityReference(Program.Table, program.Id),
            [Entry.Partner] = new EntityReference(Partner.Table, partner),
            [Entry.Role] = line.Role.Length == 0 ? null : Roles.OptionOf(line.Role),
            [Entry.RuleName] = line.Rule.Cut(NameLength),
            [Entry.RuleVersion] = version,
            [Entry.EarnedMonth] = line.Earned.FirstDay,
            [Entry.BookedMonth] = entry.Booked.FirstDay,
            [Entry.Kind] = new OptionSetValue(
                line.IsClawback ? Entry.KindOf.Clawback : entry.IsAdjustment ? Entry.KindOf.Adjustment : Entry.KindOf.Accrual),
            [Entry.Amount] = new Money(entry.Amount),
            [Entry.Uncapped] = new Money(entry.Uncapped),
            [Entry.Measure] = Stored(entry.Carried.Measure),
            [Entry.Credited] = Stored(entry.Carried.Credited),
            [Entry.Product] = line.Product.Length == 0 ? null : line.Product,
            [Entry.IsHold] = line.IsHold,
            [Entry.Ruling] = evidence,
            [Entry.Currency] = program.Currency,
        };
        if (subject.Customer is { } customer)
            row[Entry.Customer] = new EntityReference(Account.Table, customer);
        if (subject.Opportunity is { } deal)
            row[Entry.Opportunity] = new EntityReference(Opportunity.Table, deal);
        if (entry.Release is { } release)
            row[Entry.ReleaseMonth] = release.FirstDay;
        if (entry.Corrects is { } corrected)
            row[Entry.Corrects] = new EntityReference(Entry.Table, corrected);

        return row;
    }
}
