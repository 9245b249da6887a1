using System;
using System.Collections.Generic;
using System.Linq;
using CrmAddon.Plugins.Dataverse;
using CrmAddon.Plugins.Languages;
using CrmAddon.Plugins.Tables;
using Microsoft.Xrm.Sdk;
using Microsoft.Xrm.Sdk.Query;
using static CrmAddon.Plugins.Tables.Dispute;

namespace CrmAddon.Plugins.Disputes;

/// <summary>Says whether a dispute may be raised, or become what somebody asks of it, and fills in what follows from its subject.</summary>
internal sealed class DisputeChecks(IOrganizationService service)
{
    private static readonly string[] OfTheSubject = [Dispute.Split, Dispute.Entry, Dispute.Statement, Dispute.Partner, RaisedOn];

    /// <param name="dispute">The new dispute; program, deal and day are filled in.</param>
    /// <param name="today">The day of the event.</param>
    /// <exception cref="Refusal">It may not be raised; the message says why and what to do.</exception>
    public void Begin(Entity dispute, DateTime today)
    {
        if (!Changes.Begins(dispute, StatusOf.New))
            throw DisputeText.MustStartAsNew();
        if (dispute.Text(Description).Trim().Length == 0)
            throw DisputeText.NoDescription();

        LeaveToThePlugIn(dispute);
        dispute[RaisedOn] = dispute.Date(RaisedOn) ?? today;
        CheckSubject(dispute, dispute);
    }

    /// <param name="before">The dispute as it is.</param>
    /// <param name="sent">What is to be changed; program and deal are filled in with another subject.</param>
    /// <param name="after">The dispute as it would be.</param>
    /// <exception cref="Refusal">It may not; the message says why and what to do.</exception>
    public void Change(Entity before, Entity sent, Entity after)
    {
        Changes.DemandStatus(before, sent);
        var from = before.Option(Status) ?? StatusOf.New;
        var to = after.Option(Status) ?? StatusOf.New;
        if (!DisputeMoves.IsFinal(from))
            LeaveToThePlugIn(sent);

        var changed = Changes.Of(before, sent).ToList();
        if (DisputeMoves.IsFinal(from) && changed.Count > 0 && !IsNoted(before, changed))
            throw DisputeText.IsFinal(before.Text(Number), from);

        if (changed.Intersect(OfTheSubject, StringComparer.Ordinal).Any())
            CheckSubject(after, sent);
        if (from == to)
            return;

        if (!DisputeMoves.Allows(from, to))
            throw DisputeText.NoSuchMove(before.Text(Number), from, to);
        if (to is StatusOf.Accepted or StatusOf.Rejected && after.Text(Resolution).Trim().Length == 0)
            throw DisputeText.NoResolution(before.Text(Number));
    }

    // Who resolved it and when is noted right after it.
    private static bool IsNoted(Entity before, List<string> changed) =>
        before.Date(DecidedOn) is null && changed.All(column => column is DecidedBy or DecidedOn);

    // Nobody enters who resolved it or when.
    private static void LeaveToThePlugIn(Entity sent)
    {
        sent.Attributes.Remove(DecidedBy);
        sent.Attributes.Remove(DecidedOn);
    }

    private void CheckSubject(Entity dispute, Entity written)
    {
        if (dispute.Lookup(Dispute.Partner) is not { } partner)
            throw DisputeText.NoPartner();

        var subjects = new DisputeSubjects(service).Of(dispute);
        if (subjects.Count == 0)
            throw DisputeText.NoSubject();
        if (subjects.FirstOrDefault(subject => subject.Partner != partner) is { } foreign)
            throw DisputeText.IsOfAnother(foreign.Name);

        var program = subjects[0].Program;
        if (subjects.Any(subject => subject.Program?.Id != program?.Id))
            throw DisputeText.TwoPrograms();

        CheckTime(subjects, program, dispute.Date(RaisedOn));
        written[Dispute.Program] = program;
        written[Dispute.Opportunity] = subjects.Select(subject => subject.Opportunity).FirstOrDefault(deal => deal is not null);
    }

    private void CheckTime(IReadOnlyList<DisputeSubject> subjects, EntityReference? program, DateTime? raised)
    {
        if (program is null || raised is not { } day || Window(program.Id) is not { } days)
            return;

        foreach (var subject in subjects)
            if (subject.Since is { } since && day > since.AddDays(days))
                throw DisputeText.IsTooLate(subject.Name, since, days, since.AddDays(days));
    }

    private int? Window(Guid program) => service
        .Retrieve(Tables.Program.Table, program, new ColumnSet(Tables.Program.DisputeWindow))
        .GetAttributeValue<int?>(Tables.Program.DisputeWindow);
}
