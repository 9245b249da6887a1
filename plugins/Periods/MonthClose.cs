using System;
using System.Linq;
using CrmAddon.Plugins.Clawbacks;
using CrmAddon.Plugins.Dataverse;
using CrmAddon.Plugins.Languages;
using CrmAddon.Plugins.Programs;
using CrmAddon.Plugins.Tables;
using CrmAddon.Plugins.Tiers;
using CrmAddon.Plugins.Work;
using CrmAddon.Rules;
using Microsoft.Xrm.Sdk;
using Microsoft.Xrm.Sdk.Messages;
using Microsoft.Xrm.Sdk.Query;

namespace CrmAddon.Plugins.Periods;

/// <summary>How far the closing of a month is.</summary>
/// <param name="Month">The month.</param>
/// <param name="Waiting">How many partners are still to be posted; 0 when it is closed.</param>
/// <param name="Closed">The period with its number of entries and their total, once it is closed; null before.</param>
internal sealed record Closing(Month Month, int Waiting, Entity? Closed);

/// <summary>
/// Begins to close a month: its books take nothing more from now on, and the asynchronous service posts the entries of each partner.
/// Months are closed in order. Asked again, it says how far the closing is, and finishes it if all partners are posted.
/// </summary>
internal sealed class MonthClose(IOrganizationService service, DateTime now)
{
    /// <summary>Beyond so many waiting work items it is no use to count.</summary>
    public const int MostCounted = 1000;

    /// <param name="code">Code of the program.</param>
    /// <param name="text">The month as yyyy-MM.</param>
    /// <exception cref="Refusal">The month can't be closed; the message says what to do.</exception>
    public Closing Close(string code, string text)
    {
        if (!Month.TryParse(text, out var month))
            throw PeriodText.NoMonth(text);

        var program = ProgramFacts.All(service, query => query.Where(Program.Code, code).Where(Program.State, 0)).SingleOrDefault()
            ?? throw PeriodText.NoProgram(code);
        if (program.OpenMonth == default)
            throw PeriodText.NoOpenMonth(program.Name);
        if (month > program.OpenMonth)
            throw PeriodText.CloseEarlierFirst(month, program.OpenMonth);

        if (month == program.OpenMonth)
            Begin(program, month);

        var seal = new PeriodSeal(service, now);
        seal.SealIfDone(program.Id, month);
        var period = service.First(Queries.From(Period.Table, Period.Entries, Period.Total, Period.State)
                .Where(Period.Program, program.Id)
                .Where(Period.Month, month.FirstDay))
            ?? throw PeriodText.BeforeTheBooks(month, program.Name);
        return new Closing(
            month, seal.Waiting(program.Id, month), period.Option(Period.State) == Period.StateOf.Closed ? period : null);
    }

    private void Begin(ProgramFacts program, Month month)
    {
        RefuseWhileWorkWaits(program, month);
        service.Execute(new UpsertRequest
        {
            Target = new Entity(Period.Table, new KeyAttributeCollection
            {
                [Period.Program] = new EntityReference(Program.Table, program.Id),
                [Period.Month] = month.FirstDay,
            })
            {
                [Period.Name] = $"{program.Code} {month}",
                [Period.Currency] = program.Currency,
                [Period.State] = new OptionSetValue(Period.StateOf.Open),
                [Period.Status] = new OptionSetValue(Period.StatusOf.Closing),
            },
        });
        service.Update(new Entity(Program.Table, program.Id) { [Program.OpenMonth] = month.AddMonths(1).FirstDay });
        new SilentCustomers(service, now).Request(program, month);
        new EngagedPartners(service, now).Request(program, month);
        var work = new WorkRequests(service, now);
        foreach (var partner in DuePartners.Of(service, program.Id, month))
            work.CloseMonth(program, partner, month);
    }

    private void RefuseWhileWorkWaits(ProgramFacts program, Month month)
    {
        var query = Queries.From(WorkItem.Table, WorkItem.Name)
            .Where(WorkItem.Program, program.Id)
            .Where(WorkItem.State, WorkItem.StateOf.Waiting)
            .Where(WorkItem.Kind, ConditionOperator.NotEqual, WorkItem.KindOf.CloseMonth)
            .Where(WorkItem.Month, ConditionOperator.LessEqual, month.FirstDay);
        query.AddOrder(WorkItem.Month, OrderType.Ascending);
        query.TopCount = MostCounted;
        var waiting = service.RetrieveMultiple(query).Entities;
        if (waiting.Count > 0)
            throw PeriodText.StillWaiting(month, waiting.Count, waiting[0].Text(WorkItem.Name));
    }
}
