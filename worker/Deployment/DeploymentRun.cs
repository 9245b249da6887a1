using System;
using System.Collections.Generic;
using System.Linq;
using System.ServiceModel;
using System.Threading;
using System.Threading.Tasks;
using CrmAddon.Worker.Deployment.Checking;
using CrmAddon.Worker.Deployment.Importing;
using CrmAddon.Worker.Deployment.Registering;
using CrmAddon.Worker.Deployment.Removing;
using CrmAddon.Worker.Deployment.SalesForm;
using CrmAddon.Worker.Deployment.Settings;
using CrmAddon.Worker.Deployment.Telling;
using Microsoft.Xrm.Sdk;

namespace CrmAddon.Worker.Deployment;

/// <summary>Brings the add-on into an environment: checks first, then each stage in turn. Run again it does what is left.</summary>
internal sealed class DeploymentRun
{
    /// <summary>How often a stage looks again when somebody else was faster and nothing has become less.</summary>
    private const int Attempts = 3;

    private readonly Target _target;
    private readonly DeploymentOptions _options;
    private readonly SettingStage _settings;
    private readonly SalesFormStage _forms;
    private readonly IStage[] _stages;
    private readonly List<string> _standing = [];
    private string? _doing;

    public DeploymentRun(Target target, DeploymentOptions options)
    {
        // What is taken away need not be the solution's: the installed one may be managed, whatever the file is.
        _target = target = options.IsRemoval ? target with { JoinsSolution = false } : target;
        _options = options;
        _settings = new SettingStage(target, options.Settings);
        _forms = new SalesFormStage(target, options.Forms);
        _stages = options.IsRemoval ? [new RemovalStage(target)] :
        [
            new SolutionStage(target, options.IsForced, options.IsWhatIf),
            new PackageStage(target, options.IsForced),
            new StepStage(target),
            new CustomApiStage(target),
            _forms,
            .. options.Settings.Count > 0 ? [_settings] : Array.Empty<IStage>(),
        ];
    }

    /// <summary>As <see cref="Standing"/>, of one that did not come so far.</summary>
    public static IEnumerable<string> Untouched { get; } = ["Nothing was changed in the environment."];

    /// <summary>What a deployment that stopped has done and has left: for whoever looks at the failure.</summary>
    public IEnumerable<string> Standing => _doing is null
        ? Untouched
        :
        [
            _standing.Count == 0 ? "No part is complete." : $"In the environment and complete: {string.Join(", ", _standing)}.",
            $"Stopped at: {_doing}. The same command again goes on from here.",
        ];

    /// <summary>Deploys, or tells what would be deployed.</summary>
    /// <returns>How many changes there were, or would be.</returns>
    /// <exception cref="DeploymentException">It can't be, or can't go on; the message says why.</exception>
    public async Task<int> RunAsync(CancellationToken stop)
    {
        await CheckAsync(stop).ConfigureAwait(false);
        var changes = 0;
        foreach (var stage in _stages)
            changes += await RunAsync(stage, stop).ConfigureAwait(false);
        _target.Teller.Line(Sum(changes));
        return changes;
    }

    private async Task CheckAsync(CancellationToken stop)
    {
        var problems = await _target.Teller.WatchAsync("Checking the environment", _ => ProblemsAsync(stop)).ConfigureAwait(false);
        if (problems.Count > 0)
            throw new DeploymentException(string.Join(Environment.NewLine, problems.Select(problem => problems.Count == 1 ? problem : "- " + problem)));
    }

    private async Task<IReadOnlyList<string>> ProblemsAsync(CancellationToken stop)
    {
        // Who lacks privileges would be refused by the other questions.
        if (await Privileges.ProblemAsync(_target.Service, stop).ConfigureAwait(false) is { } lacking)
            return [lacking];
        var installed = await InstalledSolution.FindAsync(_target.Service, _target.Solution.UniqueName, stop).ConfigureAwait(false);
        string?[] problems =
        [
            await SalesApp.ProblemAsync(_target.Service, stop).ConfigureAwait(false),
            _options.IsRemoval ? null : Versions.Problem(installed, _target.Solution),
            _settings.Problem(),
            await _forms.ProblemAsync(stop).ConfigureAwait(false),
        ];
        return [.. problems.OfType<string>()];
    }

    private async Task<int> RunAsync(IStage stage, CancellationToken stop)
    {
        // Once something was written, whoever looks at a failure wants to know where it was, in a comparison too.
        _doing = _doing is null ? null : stage.Name;
        var changes = await PlanAsync(stage, stop).ConfigureAwait(false);
        _target.Teller.Line(changes.Count == 0 ? $"{stage.Name}: as it should be" : $"{stage.Name}:");
        foreach (var line in _options.IsWhatIf ? changes.SelectMany(PlanText.Of) : PlanText.InShort(changes))
            _target.Teller.Line(line);
        if (changes.Count == 0)
            _standing.Add(stage.Name);
        if (changes.Count == 0 || _options.IsWhatIf)
            return changes.Count;

        _doing = stage.Name;
        var done = changes.Count;
        for (var attempt = 1; changes.Count > 0;)
        {
            try
            {
                await ApplyAsync(stage, changes, stop).ConfigureAwait(false);
                break;
            }
            catch (FaultException<OrganizationServiceFault> fault) when (fault.IsOvertaken() && attempt < Attempts)
            {
                var left = await PlanAsync(stage, stop).ConfigureAwait(false);
                // Two that go through the same list meet again and again; as long as less is left, that is no failure.
                attempt = left.Count < changes.Count ? 1 : attempt + 1;
                changes = left;
            }
        }

        _standing.Add(stage.Name);
        return done;
    }

    private Task<IReadOnlyList<Change>> PlanAsync(IStage stage, CancellationToken stop) =>
        _target.Teller.WatchAsync($"{stage.Name}: comparing", _ => stage.PlanAsync(stop));

    private Task ApplyAsync(IStage stage, IReadOnlyList<Change> changes, CancellationToken stop) => changes.Count == 1
        ? changes[0].ApplyAsync(stop)
        : _target.Teller.WatchAsync(stage.Name, async progress =>
        {
            foreach (var (index, change) in changes.Index())
            {
                progress.Report($"{index + 1} of {changes.Count}");
                await change.ApplyAsync(stop).ConfigureAwait(false);
            }
        });

    private string Sum(int changes) => (changes, _options.IsWhatIf) switch
    {
        (0, _) when _options.IsRemoval => "There is nothing of the add-on beside the solution; nothing was written.",
        (_, false) when _options.IsRemoval => $"Taken away. What is left is the solution {_target.Solution.UniqueName} with its data: delete it in make.powerapps.com, Solutions.",
        (0, _) => "The environment is as it should be; nothing was written.",
        (_, true) => $"{changes} {(changes == 1 ? "change" : "changes")} would be made. Nothing was written.",
        _ => $"Deployed: {_target.Solution.UniqueName} {_target.Solution.Version}, {changes} {(changes == 1 ? "change" : "changes")}.",
    };
}
