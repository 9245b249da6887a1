using System;
using System.Collections.Generic;
using System.Linq;
using CrmAddon.Plugins.Dataverse;
using CrmAddon.Plugins.Notifications;
using CrmAddon.Plugins.Programs;
using CrmAddon.Plugins.Settings;
using CrmAddon.Plugins.Tables;
using CrmAddon.Rules;
using Microsoft.Xrm.Sdk;

namespace CrmAddon.Plugins.Periods;

/// <summary>
/// Closes one partner's month: posts its entries, sets free what is due, writes the statement and tells the partner. Done again, it
/// finds nothing to post and writes the same statement.
/// </summary>
internal sealed class PartnerClose(IOrganizationService service, DateTime now)
{
    // What a mail can show; each line takes some hundred characters of the row's data.
    private const int MostLines = 1000;

    /// <param name="program">The program.</param>
    /// <param name="partner">The partner.</param>
    /// <param name="month">The month that is being closed.</param>
    public void Close(Guid program, Guid partner, Month month)
    {
        var facts = ProgramFacts.One(service, program);
        var books = new PartnerMonth(service, program, partner, month);
        var entries = books.Entries();
        var before = Before(books);
        var amounts = StatementAmounts.Of(
            month, entries, StatementAmounts.Carried(before), before?.Amount(StatementRow.HeldBalance) ?? 0m);

        var settings = new EnvironmentSettings(service);
        var outbox = new Outbox(service, settings);
        var recipient = outbox.Recipient(partner);
        var statement = Write(facts, recipient, month, amounts, books);
        Move(entries, month, statement);
        var news = new StatementIssued(facts, recipient.Name, month, amounts, entries
            .Where(entry => entry.Booked == month).Select(entry => entry.Line).ToList(),
            settings.Number(Setting.StatementMailLines, 0, MostLines));
        outbox.Tell(
            recipient, StatementIssued.Template, string.Join("|", facts.Code, recipient.Code, month),
            news.Subject(recipient.Language), news.Data(recipient.Language));
    }

    // Somebody may be approving the statement before in this very moment. Its row lets one through after the other: either what was
    // approved is seen here, or the approval sees the statement that carries it.
    private Entity? Before(PartnerMonth books)
    {
        if (books.StatementBefore() is not { } before || before.Option(StatementRow.Status) != StatementRow.StatusOf.Issued)
            return books.StatementBefore();

        service.Update(new Entity(StatementRow.Table, before.Id) { [StatementRow.Name] = before.Text(StatementRow.Name) });
        return books.StatementBefore();
    }

    private EntityReference Write(ProgramFacts program, Recipient partner, Month month, StatementAmounts amounts, PartnerMonth books)
    {
        // The key finds the statement if it was written before; the id is chosen here because the entries name it.
        var known = service.First(Queries.From(StatementRow.Table, StatementRow.Id)
            .Where(StatementRow.Program, program.Id).Where(StatementRow.Partner, partner.Partner.Id).Where(StatementRow.Month, month.FirstDay));
        var row = new Entity(StatementRow.Table, known?.Id ?? Guid.NewGuid())
        {
            [StatementRow.Opening] = new Money(amounts.Opening),
            [StatementRow.Earned] = new Money(amounts.Earned),
            [StatementRow.Adjustments] = new Money(amounts.Adjustments),
            [StatementRow.Clawbacks] = new Money(amounts.Clawbacks),
            [StatementRow.HeldNow] = new Money(amounts.HeldNow),
            [StatementRow.Released] = new Money(amounts.Released),
            [StatementRow.HeldBalance] = new Money(amounts.HeldBalance),
            [StatementRow.Closing] = new Money(amounts.Closing),
            [StatementRow.Payable] = new Money(amounts.Payable),
            [StatementRow.Entries] = amounts.Entries,
        };
        if (known is not null)
        {
            service.Update(row);
            return row.ToEntityReference();
        }

        row[StatementRow.IssuedOn] = now;
        row[StatementRow.Name] = $"{partner.Code} {month}";
        row[StatementRow.Program] = new EntityReference(Program.Table, program.Id);
        row[StatementRow.Partner] = partner.Partner;
        row[StatementRow.Month] = month.FirstDay;
        row[StatementRow.Currency] = program.Currency;
        row[StatementRow.Manager] = books.Manager();
        service.Create(row);
        return row.ToEntityReference();
    }

    private void Move(IEnumerable<BookedEntry> entries, Month month, EntityReference statement)
    {
        foreach (var entry in entries)
            if (entry.Status == Entry.StatusOf.Provisional)
                service.Update(Posted(entry, month, statement));
            else if (entry.Status == Entry.StatusOf.Held && !entry.IsHeldAfter(month))
                service.Update(Moved(entry, Entry.StatusOf.Released));
    }

    private static Entity Posted(BookedEntry entry, Month month, EntityReference statement)
    {
        var row = Moved(entry, entry.IsHeldAfter(month) ? Entry.StatusOf.Held : Entry.StatusOf.Posted);
        row[Entry.BookedMonth] = month.FirstDay;
        row[Entry.Statement] = statement;
        return row;
    }

    private static Entity Moved(BookedEntry entry, int status) => new(Entry.Table, entry.Id)
    {
        [Entry.State] = new OptionSetValue(Entry.StateOf.Booked),
        [Entry.Status] = new OptionSetValue(status),
    };
}
