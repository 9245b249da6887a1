using System;
using System.Linq;
using CrmAddon.Plugins.Dataverse;
using CrmAddon.Plugins.Registration;
using CrmAddon.Plugins.Tables;
using Microsoft.Xrm.Sdk;
using Microsoft.Xrm.Sdk.Query;

namespace CrmAddon.Plugins.Payouts;

/// <summary>
/// Before a statement is approved or paid: it goes one way, only where something is payable, and never by who manages the partner. A
/// privilege alone doesn't keep these apart, since one person may hold several roles.
/// </summary>
[Step(UpdateStep, Message = "Update", Table = StatementRow.Table, Stage = Stage.PreOperation, Rank = 2, Filter = Guarded)]
[Image("5b0c7f0e-3a52-4f7e-9f0a-6f3f1a7f0a81", StepId = UpdateStep, Alias = "before",
    Columns = Guarded + "," + StatementRow.Name + "," + StatementRow.Program + "," + StatementRow.Partner + "," + StatementRow.Month + ","
        + StatementRow.Payable + "," + StatementRow.Manager)]
public sealed class PayoutGuard : EventPlugin
{
    private const string Guarded = StatementRow.State + "," + StatementRow.Status + "," + StatementRow.ApprovedBy + "," + StatementRow.ApprovedOn
        + "," + StatementRow.PaidOn + "," + StatementRow.PaymentReference;

    private const string UpdateStep = "5b0c7f0e-3a52-4f7e-9f0a-6f3f1a7f0e01";

    private protected override void Answer(PluginEvent happened)
    {
        var before = happened.Before();
        PayoutStamps.Check(before, happened.Target);
        var from = before.Option(StatementRow.Status) ?? StatementRow.StatusOf.Issued;
        var to = PayoutMoves.Next(before, happened.Target);
        if (from == to)
            return;

        var name = before.Text(StatementRow.Name);
        if (!PayoutMoves.Allows(from, to))
            throw PayoutText.NoSuchMove(name, from, to);
        if (before.Amount(StatementRow.Payable) <= 0m)
            throw PayoutText.NothingPayable(name);

        RefuseWhoManages(happened, before);
        if (!IsClosed(happened.Service, before))
            throw PayoutText.MonthIsOpen(name);
    }

    // Who managed it when the statement was issued can't hand the partner over and approve.
    private static void RefuseWhoManages(PluginEvent happened, Entity statement)
    {
        var partner = happened.Service.Retrieve(
            Partner.Table, statement.Lookup(StatementRow.Partner)!.Value, new ColumnSet(Partner.Name, Partner.Manager, Partner.Owner));
        Guid?[] managers = [partner.Lookup(Partner.Manager), partner.Lookup(Partner.Owner), statement.Lookup(StatementRow.Manager)];
        if (managers.Any(happened.IsAskedBy))
            throw PayoutText.OwnPartner(statement.Text(StatementRow.Name), partner.Text(Partner.Name));
    }

    // Until then a late entry may still change what is payable.
    private static bool IsClosed(IOrganizationService service, Entity statement) => service.First(Queries.From(Period.Table, Period.Id)
        .Where(Period.Program, statement.Lookup(StatementRow.Program)!.Value)
        .Where(Period.Month, statement.Month(StatementRow.Month)!.Value.FirstDay)
        .Where(Period.Status, Period.StatusOf.Closed)) is not null;
}
