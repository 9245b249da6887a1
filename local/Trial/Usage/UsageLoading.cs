using System;
using System.Globalization;
using System.IO;
using System.Linq;
using System.ServiceModel;
using CrmAddon.Local.Trial.Report;
using CrmAddon.Worker.Usage;
using Microsoft.Xrm.Sdk;

namespace CrmAddon.Local.Trial.Usage;

/// <summary>Imports a usage file with the worker's import and tells what came of it.</summary>
public sealed class UsageLoading
{
    private readonly World world;

    /// <summary>Works in a world.</summary>
    public UsageLoading(World world) => this.world = world;

    /// <summary>Imports the file and adds what it says to the account.</summary>
    /// <exception cref="TrialStoppedException">The file is no usage in FOCUS format.</exception>
    public void Load(string file, Account account)
    {
        UsageImportResult result = Import(file);
        string name = Path.GetFileName(file);
        world.Narrator.Say(string.Create(
            CultureInfo.InvariantCulture,
            $"{result.RowsRead:N0} row{(result.RowsRead == 1 ? "" : "s")} read = {result.RowsStored:N0} stored + {result.RowsRefused:N0} refused; {result.Snapshots.Count:N0} billing period{(result.Snapshots.Count == 1 ? "" : "s")}, {result.ExactTotal} {world.Program.Currency} exactly."));
        world.Narrator.Say(string.Create(
            CultureInfo.InvariantCulture,
            $"Usage rows: {result.Created:N0} created, {result.Updated:N0} updated, {result.Deleted:N0} removed, {result.Unchanged:N0} unchanged; {result.CustomersCreated:N0} new customer{(result.CustomersCreated == 1 ? "" : "s")}."));
        Tell(result, name);

        account.Add($"{name}: rows read = stored + refused", result.RowsRead, result.RowsStored + result.RowsRefused);
        account.Add($"{name}: sum of the file = usage in the CRM", result.StoredTotal, InTheCrm(result));
    }

    private UsageImportResult Import(string file)
    {
        var progress = new Relay(step => world.Narrator.Progress(step.Done, step.Total, step.Stage == UsageImportStage.Storing ? "billing periods" : "rows"));
        var options = new UsageImportOptions
        {
            Currency = world.Program.Currency,
            IsDelta = world.Options.IsDelta,
            Assumed = world.Options.Assumed,
            RejectsFile = Path.Combine(Path.GetDirectoryName(world.Options.Database)!, Path.GetFileNameWithoutExtension(file) + ".refused.csv"),
        };
        try
        {
            return UsageImport.Run(world.Service, file, options, progress);
        }
        catch (UsageFileException cause)
        {
            throw new TrialStoppedException($"The usage file {file} can't be imported. {cause.Message}", cause);
        }
        catch (FaultException<OrganizationServiceFault> fault)
        {
            throw new TrialStoppedException($"The CRM refuses the usage of {file}: {fault.Detail.Message}", fault);
        }
    }

    private void Tell(UsageImportResult result, string name)
    {
        foreach (string warning in result.Warnings)
        {
            world.Narrator.Warn(warning);
        }

        foreach (UsageRefusal refusal in result.Refusals.Take(5))
        {
            world.Narrator.Warn(string.Create(CultureInfo.InvariantCulture, $"{name}:{refusal.Line}: {refusal.Reason}"));
        }

        if (result.RejectsFile is { } rejects)
        {
            world.Narrator.Warn($"Every refused row stands, with its reason, in {rejects}.");
        }
    }

    // Asked of the tables, not of the import: the same sum by another way.
    private decimal InTheCrm(UsageImportResult result) => result.Snapshots.Count == 0 ? 0m : new Totals(world.Service).Sum(
        "cov_usage",
        "cov_amount",
        "<filter type='or'>" + string.Concat(result.Snapshots.Select(snapshot =>
            "<filter type='and'>"
            + $"<condition attribute='cov_source' operator='eq' value='{System.Security.SecurityElement.Escape(snapshot.Source)}'/>"
            + $"<condition attribute='cov_billingmonth' operator='eq' value='{snapshot.BillingMonth.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture)}'/>"
            + "</filter>")) + "</filter>");

    private sealed class Relay(Action<UsageImportProgress> tell) : IProgress<UsageImportProgress>
    {
        public void Report(UsageImportProgress value) => tell(value);
    }
}
