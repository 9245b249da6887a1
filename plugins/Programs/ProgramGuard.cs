using CrmAddon.Plugins.Dataverse;
using CrmAddon.Plugins.Languages;
using CrmAddon.Plugins.Registration;
using CrmAddon.Plugins.Tables;
using Microsoft.Xrm.Sdk;

namespace CrmAddon.Plugins.Programs;

/// <summary>
/// A program keeps its code and its currency once it has credit or entries: their keys are made of the code, and their money is in the
/// currency. With another code everything would be credited and booked once more.
/// </summary>
[Step(UpdateStep, Message = "Update", Table = Program.Table, Stage = Stage.PreOperation, Filter = Guarded)]
[Image("5b0c7f0e-3a52-4f7e-9f0a-6f3f1a7f0a48", StepId = UpdateStep, Alias = "before", Columns = Guarded)]
public sealed class ProgramGuard : EventPlugin
{
    private const string UpdateStep = "5b0c7f0e-3a52-4f7e-9f0a-6f3f1a7f0825";

    private const string Guarded = $"{Program.Code},{Program.Currency}";

    private protected override void Answer(PluginEvent happened)
    {
        var before = happened.Before();
        var after = happened.Target;
        var code = before.Text(Program.Code);
        var isOtherCode = after.Contains(Program.Code) && after.Text(Program.Code) != code;
        var isOtherCurrency = after.Contains(Program.Currency) && before.GetAttributeValue<EntityReference?>(Program.Currency) is { } currency
            && after.GetAttributeValue<EntityReference?>(Program.Currency)?.Id != currency.Id;
        if ((isOtherCode || isOtherCurrency) && HasBooks(happened))
            throw new Refusal(isOtherCode ? "program.code-is-kept" : "program.currency-is-kept", ("program", code));
    }

    private static bool HasBooks(PluginEvent happened) =>
        happened.Service.First(Queries.From(Entry.Table, Entry.Id).Where(Entry.Program, happened.Target.Id)) is not null
        || happened.Service.First(Queries.From(Split.Table, Split.Id).Where(Split.Program, happened.Target.Id)) is not null;
}
