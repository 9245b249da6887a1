using System;
using System.Collections.Generic;
using System.CommandLine;
using System.CommandLine.Parsing;
using System.IO;
using System.ServiceModel;
using System.Threading;
using System.Threading.Tasks;
using CrmAddon.Worker.Connecting;
using CrmAddon.Worker.Deployment;
using CrmAddon.Worker.Deployment.Checking;
using CrmAddon.Worker.Deployment.Given;
using CrmAddon.Worker.Deployment.Telling;
using Microsoft.PowerPlatform.Dataverse.Client;

namespace CrmAddon.Worker.Commands;

/// <summary>The verb <c>deploy</c>: brings the add-on into an environment, new or in the place of an older version.</summary>
internal static class DeployCommand
{
    /// <summary>Exit code of <c>--what-if</c> where something would be changed.</summary>
    private const int Differs = 1;

    public static Command Create()
    {
        var whatIf = new Option<bool>("--what-if") { Description = "Tell what would be changed, and change nothing." };
        var managed = new Option<bool>("--managed") { Description = "Deploy the managed solution file that came with the worker; by default the unmanaged one." };
        var solution = new Option<FileInfo?>("--solution") { Description = "Another solution file." };
        var package = new Option<FileInfo?>("--package") { Description = "Another plug-in package." };
        var set = SetOption();
        var form = new Option<string[]>("--form")
        {
            Description = "An active main form of opportunity or account, by name or id, that gets the partner tab beside the forms of Dynamics 365 Sales. May be repeated.",
            HelpName = "NAME",
        };
        var force = new Option<bool>("--force") { Description = "Bring solution and plug-in package in even if the environment has them already." };
        var remove = new Option<bool>("--remove") { Description = "Take away what deploy put beside the solution (tab in forms, steps, plug-in package), so that the solution can be deleted." };

        var deploy = new Command("deploy", "Brings the add-on into an environment; the same again changes nothing, and after a failure it goes on.")
        {
            whatIf, managed, solution, package, set, form, force, remove,
        };
        var crm = new CrmOptions(deploy);
        deploy.Validators.Add(result =>
        {
            if (result.GetValue(remove) && (result.GetValue(force) || result.GetValue(set) is { Count: > 0 } || result.GetValue(form) is { Length: > 0 }))
                result.AddError("--remove takes away and brings nothing in: leave out --set, --form and --force.");
        });
        deploy.SetAction((parsed, stop) => DeployAsync(
            parsed,
            crm,
            new DeploymentOptions
            {
                IsWhatIf = parsed.GetValue(whatIf),
                IsManaged = parsed.GetValue(managed),
                IsForced = parsed.GetValue(force),
                IsRemoval = parsed.GetValue(remove),
                SolutionFile = parsed.GetValue(solution)?.FullName,
                PackageFile = parsed.GetValue(package)?.FullName,
                Settings = parsed.GetValue(set)!,
                Forms = parsed.GetValue(form) ?? [],
            },
            stop));
        return deploy;
    }

    private static async Task<int> DeployAsync(ParseResult parsed, CrmOptions crm, DeploymentOptions options, CancellationToken stop)
    {
        var console = parsed.InvocationConfiguration;
        DeploymentRun? run = null;
        try
        {
            var (solution, package) = (GivenFiles.Solution(options), GivenFiles.Package(options));
            // Publishing and exporting answer when they are done.
            ServiceClient.MaxConnectionTimeout = TimeSpan.FromMinutes(20);
            var teller = Teller.For(console.Output, TimeProvider.System);
            using var client = await teller.WatchAsync("Signing in", _ => Task.Run(() => crm.Open(parsed), stop).WaitAsync(stop)).ConfigureAwait(false);
            // What an import has just brought is asked for at once.
            client.ForceServerMetadataCacheConsistency = true;
            teller.Line($"{solution.UniqueName} {solution.Version} ({(solution.IsManaged ? "managed" : "unmanaged")}) with the plug-in package {package.Id} {package.Version}");
            teller.Line($"into {client.ConnectedOrgFriendlyName} ({client.ConnectedOrgUriActual.GetLeftPart(UriPartial.Authority)}){(options.IsWhatIf ? "; nothing is written (--what-if)" : "")}");
            run = new DeploymentRun(new Target(client, solution, package, teller, TimeProvider.System), options);
            return await run.RunAsync(stop).ConfigureAwait(false) > 0 && options.IsWhatIf ? Differs : 0;
        }
        catch (Exception e) when (Reason(e) is { } reason)
        {
            // Who isn't even let in.
            await console.Error.WriteLineAsync(run is null && e is FaultException ? $"{reason} {Privileges.Remedy}" : reason).ConfigureAwait(false);
            foreach (var line in run?.Standing ?? DeploymentRun.Untouched)
                await console.Error.WriteLineAsync(line).ConfigureAwait(false);
            return Failures.Exit;
        }
    }

    private static string? Reason(Exception e) => e switch
    {
        DeploymentException => e.Message,
        IOException => $"What is told here can't be written down: {e.Message}", // a full disk, a closed pipe
        _ => Failures.Reason(e),
    };

    private static Option<Dictionary<string, string>> SetOption() => new("--set")
    {
        Description = "The value of a setting (environment variable) in this environment: --set cov_DeliveryEnabled=no. May be repeated.",
        HelpName = "NAME=VALUE",
        CustomParser = Read,
        DefaultValueFactory = _ => [],
    };

    private static Dictionary<string, string> Read(ArgumentResult result)
    {
        Dictionary<string, string> settings = new(StringComparer.OrdinalIgnoreCase);
        foreach (var token in result.Tokens)
        {
            if (token.Value.Split('=', 2) is [{ Length: > 0 } name, var value])
                settings[name] = value;
            else
                result.AddError($"'{token.Value}' is not NAME=VALUE.");
        }

        return settings;
    }
}
