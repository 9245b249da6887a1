using System;
using System.Collections.Generic;
using System.Globalization;
using System.Linq;
using CrmAddon.Plugins.Dataverse;
using CrmAddon.Plugins.Ledger;
using CrmAddon.Plugins.Programs;
using CrmAddon.Plugins.Tables;
using CrmAddon.Rules;
using Microsoft.Xrm.Sdk;
using Microsoft.Xrm.Sdk.Messages;
using Microsoft.Xrm.Sdk.Query;

namespace CrmAddon.Plugins.Work;

/// <summary>
/// Asks the asynchronous service for work, in the transaction of the fact that makes it necessary. The row of one subject and
/// month is the same each time: it collects requests that come together and keeps two workers from judging the same at once.
/// </summary>
/// <param name="service">The service.</param>
/// <param name="now">When the event happened, UTC.</param>
internal sealed class WorkRequests(IOrganizationService service, DateTime now)
{
    /// <summary>Asks that a customer's month be judged.</summary>
    /// <param name="program">By the rules of this program.</param>
    /// <param name="customer">The customer.</param>
    /// <param name="month">The month.</param>
    /// <param name="isRipple">Whether the later months that look back on it are asked for anyhow.</param>
    public void JudgeUsage(ProgramFacts program, Guid customer, Month month, bool isRipple = false)
    {
        var item = Item(program, "Judge usage", WorkItem.KindOf.JudgeUsage, customer, month);
        item[WorkItem.Ripple] = isRipple;
        item[WorkItem.Customer] = new EntityReference(Account.Table, customer);
        Upsert(item);
    }

    /// <summary>Asks that a deal be judged.</summary>
    /// <param name="program">The program whose rules for it are new.</param>
    /// <param name="deal">The deal.</param>
    /// <param name="month">The month of its business date, which is not closed before that.</param>
    public void JudgeDeal(ProgramFacts program, Guid deal, Month month)
    {
        var item = Item(program, "Judge deal", WorkItem.KindOf.JudgeDeal, deal, month);
        item[WorkItem.Opportunity] = new EntityReference(Opportunity.Table, deal);
        Upsert(item);
    }

    /// <summary>Asks that everything be judged again that a version of the rules governs, or governed until it was retired.</summary>
    /// <param name="program">The program.</param>
    /// <param name="version">The version.</param>
    /// <param name="month">Its first month.</param>
    public void ApplyVersion(ProgramFacts program, Guid version, Month month) =>
        Upsert(Item(program, "Apply version", WorkItem.KindOf.ApplyVersion, version, month));

    /// <summary>Asks that a part of that be asked for.</summary>
    /// <param name="program">The program.</param>
    /// <param name="whole">The work item that is divided.</param>
    /// <param name="number">Number of the part.</param>
    /// <param name="month">The first month that waits for it.</param>
    /// <param name="subjects">What the part asks for.</param>
    public void ApplyVersionPart(ProgramFacts program, Guid whole, int number, Month month, string subjects)
    {
        var kindName = "Apply version, part " + number.ToString(CultureInfo.InvariantCulture);
        var item = Item(program, kindName, WorkItem.KindOf.ApplyVersion, whole, month);
        item[WorkItem.Subjects] = subjects;
        Upsert(item);
    }

    /// <summary>
    /// Asks that limits be applied to every partner and month whose lines changed. Where a rule has a limit per program, all
    /// partners are one subject: what one of them earned leaves less for the others.
    /// </summary>
    public void ApplyLimits(RulesInForce rules, IEnumerable<EntryLine> changed, Func<string, Guid> partnerOf)
    {
        if (rules.Rules.HasProgramLimits)
        {
            foreach (var month in changed.Select(line => line.Earned).Distinct())
                Upsert(Item(rules.Program, "Apply program limit", WorkItem.KindOf.ApplyLimits, rules.Program.Id, month));
            return;
        }

        foreach (var line in changed.Select(line => new { line.Partner, line.Earned }).Distinct())
            ApplyPartnerLimit(rules.Program, partnerOf(line.Partner), line.Earned);
    }

    /// <summary>
    /// Asks again for the limits of later months of a window, of which an earlier one booked something else now. What was never
    /// asked for has no entries yet.
    /// </summary>
    public void ApplyLimitsAgain(Guid program, Guid? partner, Month from, Month until)
    {
        if (until < from)
            return;

        var items = Queries.From(WorkItem.Table, WorkItem.State)
            .Where(WorkItem.Kind, WorkItem.KindOf.ApplyLimits)
            .Where(WorkItem.Program, program)
            .Where(WorkItem.Month, ConditionOperator.GreaterEqual, from.FirstDay)
            .Where(WorkItem.Month, ConditionOperator.LessEqual, until.FirstDay);
        items = partner is { } one
            ? items.Where(WorkItem.Partner, one)
            : items.Where(WorkItem.Partner, ConditionOperator.Null);
        foreach (var item in service.All(items))
            Again(item);
    }

    private void ApplyPartnerLimit(ProgramFacts program, Guid partner, Month month)
    {
        var item = Item(program, "Apply partner limit", WorkItem.KindOf.ApplyLimits, partner, month);
        item[WorkItem.Partner] = new EntityReference(Partner.Table, partner);
        Upsert(item);
    }

    /// <summary>Asks that the partner's part of a month be posted.</summary>
    public void CloseMonth(ProgramFacts program, Guid partner, Month month)
    {
        var item = Item(program, "Close month", WorkItem.KindOf.CloseMonth, partner, month);
        item[WorkItem.Partner] = new EntityReference(Partner.Table, partner);
        Upsert(item);
    }

    /// <summary>Asks which tier the partner has earned by a month that closes.</summary>
    public void JudgeTier(ProgramFacts program, Guid partner, Month month)
    {
        var item = Item(program, "Judge tier", WorkItem.KindOf.JudgeTier, partner, month);
        item[WorkItem.Partner] = new EntityReference(Partner.Table, partner);
        Upsert(item);
    }

    /// <summary>
    /// Asks again for an item because something else changed that it rests on. It need not ask for further months itself, unless it
    /// is waiting to do so.
    /// </summary>
    /// <param name="item">Its row with its state.</param>
    public void Again(Entity item)
    {
        var request = Waiting(new Entity(WorkItem.Table, item.Id));
        if (item.Option(WorkItem.State) == WorkItem.StateOf.Done)
            request[WorkItem.Ripple] = true;

        service.Update(request);
    }

    private Entity Item(ProgramFacts program, string kindName, int kind, Guid subject, Month month)
    {
        var key = WorkKey.Of(program.Code, kindName, subject, month);
        return Waiting(new Entity(WorkItem.Table, WorkItem.Key, key)
        {
            [WorkItem.Name] = $"{kindName}, {program.Code}, {month}",
            [WorkItem.Program] = new EntityReference(Program.Table, program.Id),
            [WorkItem.Kind] = new OptionSetValue(kind),
            [WorkItem.Month] = month.FirstDay,
            [WorkItem.Ripple] = false,
        });
    }

    private Entity Waiting(Entity item)
    {
        item[WorkItem.RequestedOn] = now;
        item[WorkItem.State] = new OptionSetValue(WorkItem.StateOf.Waiting);
        item[WorkItem.Status] = new OptionSetValue(WorkItem.StatusOf.Waiting);
        return item;
    }

    private void Upsert(Entity item) => service.Execute(new UpsertRequest { Target = item });
}
