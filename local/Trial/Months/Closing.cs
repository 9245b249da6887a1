using System;
using System.Globalization;
using System.ServiceModel;
using System.Threading;
using CrmAddon.Rules;
using Microsoft.Xrm.Sdk;
using Microsoft.Xrm.Sdk.Query;

namespace CrmAddon.Local.Trial.Months;

/// <summary>Closes the books month after month, up to the one that was asked for, by the custom API that a partner manager's button calls.</summary>
public sealed class Closing
{
    private readonly World world;

    /// <summary>Works in a world.</summary>
    public Closing(World world) => this.world = world;

    /// <summary>Closes; a month that is closed already stays as it is.</summary>
    public void Close(CancellationToken stop)
    {
        Month open = OpenMonth();
        if (open.CompareTo(world.Options.Close) > 0)
        {
            world.Narrator.Say($"{world.Options.Close} is closed already; the books are open from {open}.");
        }

        for (Month month = open; month.CompareTo(world.Options.Close) <= 0; month = month.AddMonths(1))
        {
            stop.ThrowIfCancellationRequested();
            Close(month);
            new Jobs(world).Run(stop);
        }

        Tell();
    }

    private Month OpenMonth() =>
        Month.Of(world.Service.Retrieve("cov_program", world.ProgramId, new ColumnSet("cov_openmonth")).GetAttributeValue<DateTime>("cov_openmonth"));

    private void Close(Month month)
    {
        try
        {
            OrganizationResponse answer = world.Service.Execute(new OrganizationRequest("cov_CloseMonth")
            {
                ["Program"] = world.ProgramCode,
                ["Month"] = month.ToString(),
            });
            world.Narrator.Say((string)answer["Message"]!);
        }
        catch (FaultException<OrganizationServiceFault> refusal)
        {
            throw new TrialStoppedException($"{month} can't be closed. {refusal.Detail.Message}", refusal);
        }
    }

    private void Tell()
    {
        var query = new QueryExpression("cov_period") { ColumnSet = new ColumnSet("cov_total", "cov_entries", "cov_hash", "statuscode"), TopCount = 1 };
        query.Criteria.AddCondition("cov_programid", ConditionOperator.Equal, world.ProgramId);
        query.Criteria.AddCondition("cov_month", ConditionOperator.Equal, world.Options.Close.FirstDay);
        foreach (Entity period in world.Service.RetrieveMultiple(query).Entities)
        {
            const int closed = 2;
            if (period.Choice("statuscode") == closed)
            {
                world.Narrator.Say(string.Create(
                    CultureInfo.InvariantCulture,
                    $"{world.Options.Close} is closed: {Entries(period.GetAttributeValue<int>("cov_entries"))}, {period.Amount("cov_total"):N2} {world.Program.Currency}, hash {period.Text("cov_hash")[..12]}."));
            }
            else
            {
                world.Narrator.Warn($"{world.Options.Close} is still closing.");
            }
        }
    }

    private static string Entries(int number) => number == 1 ? "1 entry" : number.ToString("N0", CultureInfo.InvariantCulture) + " entries";
}
