using System;
using CrmAddon.Plugins.Dataverse;
using CrmAddon.Plugins.Registration;
using CrmAddon.Plugins.Tables;
using CrmAddon.Rules;
using Microsoft.Xrm.Sdk;
using Microsoft.Xrm.Sdk.Messages;
using Microsoft.Xrm.Sdk.Query;

namespace CrmAddon.Plugins.Periods;

/// <summary>
/// The open month of a program has a period of its own, on which people see that it is open and close it. One that was never closed
/// goes when the open month is set anew by hand, and with its program.
/// </summary>
[Step("5b0c7f0e-3a52-4f7e-9f0a-6f3f1a7f0822", Message = "Create", Table = Program.Table)]
[Step("5b0c7f0e-3a52-4f7e-9f0a-6f3f1a7f0823", Message = "Update", Table = Program.Table, Filter = Program.OpenMonth)]
[Step("5b0c7f0e-3a52-4f7e-9f0a-6f3f1a7f0824", Message = "Delete", Table = Program.Table, Stage = Stage.PreOperation)]
public sealed class MonthOpened : EventPlugin
{
    private protected override void Answer(PluginEvent happened)
    {
        var open = happened.Message == "Delete" ? null : happened.Target.Month(Program.OpenMonth);
        var stale = Queries.From(Period.Table, Period.Month)
            .Where(Period.Program, happened.RowId)
            .Where(Period.Status, Period.StatusOf.Open);
        foreach (var period in happened.Service.All(stale))
            if (period.Month(Period.Month) != open)
                happened.Service.Delete(Period.Table, period.Id);

        if (open is { } month)
            Open(happened.Service, happened.RowId, month);
    }

    private static void Open(IOrganizationService service, Guid id, Month month)
    {
        var program = service.Retrieve(Program.Table, id, new ColumnSet(Program.Code, Program.Currency));
        service.Execute(new UpsertRequest
        {
            Target = new Entity(Period.Table, new KeyAttributeCollection
            {
                [Period.Program] = program.ToEntityReference(),
                [Period.Month] = month.FirstDay,
            })
            {
                [Period.Name] = $"{program.Text(Program.Code)} {month}",
                [Period.Currency] = program.GetAttributeValue<EntityReference?>(Program.Currency),
            },
        });
    }
}
