using CrmAddon.Plugins.Dataverse;
using CrmAddon.Plugins.Programs;
using CrmAddon.Plugins.Registration;
using CrmAddon.Plugins.Tables;
using CrmAddon.Plugins.Work;
using Microsoft.Xrm.Sdk;
using Microsoft.Xrm.Sdk.Query;

namespace CrmAddon.Plugins.Publishing;

/// <summary>
/// Rules were published or retired: who published and when is noted, and what they are for is to be judged again. A change of state
/// reaches plug-ins apart from other columns.
/// </summary>
[Step(UpdateStep, Message = "Update", Table = RuleVersion.Table, Filter = Columns)]
[Image("5b0c7f0e-3a52-4f7e-9f0a-6f3f1a7f0a15", StepId = UpdateStep, Alias = "before", Columns = Columns)]
public sealed class RulesPublished : EventPlugin
{
    private const string Columns = RuleVersion.State + "," + RuleVersion.Status;

    private const string UpdateStep = "5b0c7f0e-3a52-4f7e-9f0a-6f3f1a7f0406";

    private static readonly ColumnSet Scope = new(RuleVersion.Program, RuleVersion.Hash, RuleVersion.EffectiveFrom);

    private protected override void Answer(PluginEvent happened)
    {
        var status = PublishedVersion.StatusAfter(happened.Before(), happened.Target);
        if (status is not (RuleVersion.StatusOf.Published or RuleVersion.StatusOf.Retired)
            || happened.Before().Option(RuleVersion.Status) == status)
            return;

        var version = happened.Service.Retrieve(RuleVersion.Table, happened.Target.Id, Scope);
        if (status == RuleVersion.StatusOf.Published)
        {
            Note(happened);
            ShowFiscalYear(happened.Service, version);
        }

        var program = ProgramFacts.One(happened.Service, version.Lookup(RuleVersion.Program)!.Value);
        new WorkRequests(happened.Service, happened.Now)
            .ApplyVersion(program, version.Id, version.Month(RuleVersion.EffectiveFrom)!.Value);
    }

    private static void Note(PluginEvent happened) => happened.Service.Update(new Entity(RuleVersion.Table, happened.Target.Id)
    {
        [RuleVersion.ApprovedBy] = new EntityReference("systemuser", happened.UserId),
        [RuleVersion.PublishedOn] = happened.Now,
    });

    // The rules say when the fiscal year begins; the program shows it to people who don't read rules.
    private static void ShowFiscalYear(IOrganizationService service, Entity version)
    {
        var program = version.Lookup(RuleVersion.Program)!.Value;
        var first = Tables.Program.FirstMonth + CheckedPrograms.Of(service, version.Id, version.Text(RuleVersion.Hash)).FiscalYearBegins - 1;
        if (service.Retrieve(Tables.Program.Table, program, new ColumnSet(Tables.Program.FiscalYearStart)).Option(Tables.Program.FiscalYearStart) != first)
            service.Update(new Entity(Tables.Program.Table, program) { [Tables.Program.FiscalYearStart] = new OptionSetValue(first) });
    }
}
