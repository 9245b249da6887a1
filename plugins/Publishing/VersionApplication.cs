using System;
using System.Collections.Generic;
using System.Linq;
using CrmAddon.Plugins.Dataverse;
using CrmAddon.Plugins.Programs;
using CrmAddon.Plugins.Tables;
using CrmAddon.Plugins.Work;
using Microsoft.Xrm.Sdk;
using Microsoft.Xrm.Sdk.Query;

namespace CrmAddon.Plugins.Publishing;

/// <summary>
/// Has everything judged again for which a version of the rules is new. The work item of the version is divided into parts, and each
/// part asks for its deals and customers' months, so that no job is long however large the program is. All parts come from one job
/// and none from another part: the platform stops what calls itself again and again. Killed and run again, it asks for the same.
/// </summary>
internal sealed class VersionApplication(IOrganizationService service, DateTime now)
{
    /// <summary>How many deals or months a part asks for.</summary>
    public const int PartSize = 250;

    private static readonly ColumnSet Columns = new(WorkItem.Program, WorkItem.Month, WorkItem.Subjects, WorkItem.State);

    private readonly WorkRequests _work = new(service, now);

    /// <param name="id">The work item of a version, or of a part.</param>
    public void Run(Guid id)
    {
        var item = service.Retrieve(WorkItem.Table, id, Columns);
        if (item.Option(WorkItem.State) == WorkItem.StateOf.Done)
            return;

        var program = ProgramFacts.One(service, item.Lookup(WorkItem.Program)!.Value);
        if (item.Text(WorkItem.Subjects) is { Length: > 0 } subjects)
            Request(program, GovernedSubject.Parse(subjects));
        else
            Divide(program, item);

        service.Update(new Entity(WorkItem.Table, id)
        {
            [WorkItem.State] = new OptionSetValue(WorkItem.StateOf.Done),
            [WorkItem.Status] = new OptionSetValue(WorkItem.StatusOf.Done),
        });
    }

    private void Divide(ProgramFacts program, Entity item)
    {
        var month = item.Month(WorkItem.Month)!.Value;
        var number = 0;
        foreach (var part in Parts(new GovernedSubjects(service, now).From(program.Id, month)))
            _work.ApplyVersionPart(program, item.Id, ++number, month, GovernedSubject.Text(part));
    }

    // A customer's months stay together: usage that comes in meanwhile is then seen by every month asked for after it.
    private static IEnumerable<List<GovernedSubject>> Parts(IEnumerable<GovernedSubject> subjects)
    {
        var part = new List<GovernedSubject>();
        foreach (var row in subjects.GroupBy(subject => subject.Row))
        {
            if (part.Count > 0 && part.Count + row.Count() > PartSize)
            {
                yield return part;
                part = [];
            }

            part.AddRange(row);
        }

        if (part.Count > 0)
            yield return part;
    }

    private void Request(ProgramFacts program, IEnumerable<GovernedSubject> subjects)
    {
        foreach (var subject in subjects)
            if (subject.IsDeal)
                _work.JudgeDeal(program, subject.Row, subject.Month);
            else
                _work.JudgeUsage(program, subject.Row, subject.Month, isRipple: true);
    }
}
