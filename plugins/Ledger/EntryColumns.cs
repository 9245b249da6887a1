using System;
using System.Collections.Generic;
using System.Linq;
using CrmAddon.Plugins.Dataverse;
using CrmAddon.Plugins.Programs;
using CrmAddon.Plugins.Tables;
using Microsoft.Xrm.Sdk;
using Microsoft.Xrm.Sdk.Query;

namespace CrmAddon.Plugins.Ledger;

/// <summary>Reads ledger entries out of their table.</summary>
internal static class EntryColumns
{
    private static readonly string[] Columns =
    [
        Entry.Key, Entry.Partner, Entry.Customer, Entry.Opportunity, Entry.Role, Entry.RuleName, Entry.EarnedMonth, Entry.BookedMonth,
        Entry.Amount, Entry.Uncapped, Entry.IsHold, Entry.ReleaseMonth, Entry.State, Entry.Product, Entry.Measure, Entry.Credited,
        Entry.Kind,
    ];

    /// <summary>The entries of a program with their partners' codes; the caller restricts them to a subject.</summary>
    public static QueryExpression Of(Guid program) => Queries
        .From(Entry.Table, Columns)
        .Where(Entry.Program, program)
        .WithPartner(Entry.Partner);

    public static IReadOnlyList<LedgerEntry> Entries(IOrganizationService service, QueryExpression query) =>
        service.All(query).Select(Read).ToList();

    /// <summary>One entry, with its partner's code.</summary>
    public static LedgerEntry Read(Entity row)
    {
        var role = row.GetAttributeValue<OptionSetValue?>(Entry.Role);
        var deal = row.Lookup(Entry.Opportunity);
        var customer = row.Lookup(Entry.Customer);
        var line = new EntryLine(
            row.Linked<string>(Participants.PartnerAlias, Partner.Code)!,
            new EntrySubject(deal, customer).Id,
            role is null ? "" : Roles.NameOf(role),
            row.Text(Entry.RuleName),
            row.Month(Entry.EarnedMonth)!.Value,
            row.GetAttributeValue<bool>(Entry.IsHold))
        {
            Product = row.Text(Entry.Product),
            IsClawback = row.Option(Entry.Kind) == Entry.KindOf.Clawback,
        };
        return new LedgerEntry(
            row.Id,
            row.Text(Entry.Key),
            line,
            row.Month(Entry.BookedMonth)!.Value,
            row.Option(Entry.State) == Entry.StateOf.Provisional,
            row.Amount(Entry.Amount),
            row.Amount(Entry.Uncapped),
            row.Month(Entry.ReleaseMonth))
        {
            Carried = new Carried(
                row.GetAttributeValue<decimal?>(Entry.Measure) ?? 0m, row.GetAttributeValue<decimal?>(Entry.Credited) ?? 0m),
            Partner = row.Lookup(Entry.Partner)!.Value,
            Subject = new EntrySubject(deal, customer),
        };
    }
}
