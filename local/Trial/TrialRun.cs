using System;
using System.Globalization;
using System.IO;
using System.Linq;
using System.Threading;
using System.Threading.Tasks;
using CrmAddon.Local.Trial.Deals;
using CrmAddon.Local.Trial.Months;
using CrmAddon.Local.Trial.Notifications;
using CrmAddon.Local.Trial.Report;
using CrmAddon.Local.Trial.Setup;
using CrmAddon.Local.Trial.Usage;
using Spectre.Console;

namespace CrmAddon.Local.Trial;

/// <summary>The trial, step by step: what an administrator, a sales team, a billing feed and the calendar would do to the add-on.</summary>
public sealed class TrialRun
{
    private readonly TrialOptions options;
    private readonly Narrator narrator;

    /// <summary>Prepares a run.</summary>
    public TrialRun(TrialOptions options, IAnsiConsole console)
    {
        this.options = options;
        narrator = new Narrator(console);
    }

    /// <summary>Runs to the end.</summary>
    /// <returns>0 when every account is even; 1 when the rules have errors or an account is off.</returns>
    /// <exception cref="TrialStoppedException">An input can't be used; the message says what to do.</exception>
    public async Task<int> RunAsync(CancellationToken stop)
    {
        if (RuleFile.Read(options.Rules, narrator) is not { } rules)
        {
            return 1;
        }

        narrator.Step($"A Dataverse on this machine: {options.Database}");
        using LocalDataverse dataverse = Open();
        var world = new World(options, dataverse, narrator, rules.Program, rules.Text);
        var account = new Account(world);

        narrator.Step("Partners, customers and products");
        new MasterData(world).Load();

        narrator.Step($"Rules: {options.Rules}");
        new Publication(world).Publish();
        JudgeByTheNewRules(world, stop);

        narrator.Step($"Deals: {options.Deals}");
        DealAccount deals = new DealLoading(world).Load(stop);
        Tell(deals);
        account.Add("deals read = stored + refused", deals.Read, deals.Stored + deals.Unchanged + deals.Refused.Count);

        foreach (string file in options.Usage)
        {
            narrator.Step($"Usage: {file}");
            new UsageLoading(world).Load(file, account);
        }

        new Engagements(world).GiveEveryCustomerAPartner();

        narrator.Step("Asynchronous steps: customers and months are judged");
        new Jobs(world).Run(stop);

        narrator.Step($"The books of {options.Close} are closed");
        new Closing(world).Close(stop);

        narrator.Step($"Notifications: mails go to {options.Mails}");
        await new Delivery(world).SendAsync(stop).ConfigureAwait(false);

        narrator.Step("What came of it");
        new PartnerTable(world).Print();
        new Explanations(world).Print();
        account.AddBooks();
        bool even = account.Print();
        narrator.Say(string.Create(CultureInfo.InvariantCulture, $"Done in {narrator.Elapsed.TotalSeconds:N1} seconds; {Environment.WorkingSet / 1048576:N0} MB of memory."));
        return even ? 0 : 1;
    }

    // What the new version governs is judged before more comes in. A stopped run may have left usage half imported: that is judged when
    // it is whole, so that the books of a run that was stopped are the books of one that was not.
    private static void JudgeByTheNewRules(World world, CancellationToken stop)
    {
        if (new Totals(world.Service).Count("cov_usage", "") == 0)
        {
            new Jobs(world).Run(stop);
        }
    }

    private LocalDataverse Open()
    {
        string carried = AppContext.BaseDirectory;
        try
        {
            return LocalDataverse.Open(new LocalDataverseOptions
            {
                DatabasePath = options.Database,
                SolutionFolders = [Path.Combine(carried, "base"), Path.Combine(carried, "solution")],
                PluginAssemblies = [Path.Combine(carried, "plugins", "CrmAddon.Plugins.dll")],
            });
        }
        catch (Exception cause) when (cause is IOException or UnauthorizedAccessException or SolutionException)
        {
            throw new TrialStoppedException(cause.Message, cause);
        }
    }

    private void Tell(DealAccount deals)
    {
        narrator.Say($"{deals}.");
        if (deals.Stored > 0)
        {
            narrator.Say(string.Create(CultureInfo.InvariantCulture, $"{deals.Rate:N0} deals a second through the whole pipeline."));
        }

        foreach (Refusal refusal in deals.Refused.Take(10))
        {
            narrator.Warn(string.Create(CultureInfo.InvariantCulture, $"{Path.GetFileName(options.Deals)}:{refusal.Line}: {refusal.Reason}"));
        }

        if (deals.Refused.Count > 10)
        {
            narrator.Warn(string.Create(CultureInfo.InvariantCulture, $"... and {deals.Refused.Count - 10:N0} more."));
        }
    }
}
