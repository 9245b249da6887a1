using System;
using System.Collections.Generic;
using System.Linq;
using System.Threading;
using System.Threading.Tasks;
using CrmAddon.Worker.Dataverse;
using CrmAddon.Worker.Deployment.Settings;
using Microsoft.Xrm.Sdk;
using Microsoft.Xrm.Sdk.Query;

namespace CrmAddon.Worker.Deployment.Registering;

/// <summary>
/// The plug-in package: uploaded unless the environment has these very contents. The platform refuses a package that lacks a class on
/// which steps or custom APIs still hang, so these go first.
/// </summary>
internal sealed class PackageStage(Target target, bool isForced) : IStage
{
    private static readonly TimeSpan Look = TimeSpan.FromSeconds(1);
    private static readonly TimeSpan Longest = TimeSpan.FromMinutes(5);

    private readonly DeploymentRecord _record = new(target.Service);

    public string Name => "Plug-in package";

    /// <summary>The platform wants the publisher's prefix before the package's own id.</summary>
    public static string UniqueName(Target target) => $"{target.Solution.Prefix}_{target.Package.Id}";

    public async Task<IReadOnlyList<Change>> PlanAsync(CancellationToken stop)
    {
        var given = target.Package;
        var name = UniqueName(target);
        var row = await PackageRow.FindAsync(target.Service, name, stop).ConfigureAwait(false);
        if (row is null)
            return [new Change(ChangeKind.Add, $"{name} {given.Version}, {given.Assembly.Types.Count} classes", CreateAsync)];
        if (row.IsManaged)
            return []; // it came with the managed solution that an administrator exported, and is upgraded with it

        var known = await _record.ReadAsync(stop).ConfigureAwait(false);
        var gone = row.Types.Keys.Except(Classes).Order(StringComparer.Ordinal).ToList();
        var come = Classes.Except(row.Types.Keys).Order(StringComparer.Ordinal).ToList();
        var isStray = await target.MembersAsync(stop).ConfigureAwait(false) is { } members && !members.Contains(row.Id);
        if (!isForced && !isStray && known.Package == given.Hash && gone.Count == 0 && come.Count == 0)
            return [];
        return
        [
            .. await ClearAsync(row, gone, stop).ConfigureAwait(false),
            new Change(ChangeKind.Alter, $"{name} {given.Version}, {given.Assembly.Types.Count} classes", stop => UpdateAsync(row, stop))
            {
                Details =
                [
                    .. come.Select(type => $"+ class {type}"), .. gone.Select(type => $"- class {type}"),
                    .. isStray ? new[] { Target.Joining } : [],
                ],
            },
        ];
    }

    private IEnumerable<string> Classes => target.Package.Assembly.Types.Select(type => type.TypeName);

    private string Content => Convert.ToBase64String(target.Package.Content);

    // Name and version stay as they are created; the platform lets only the content be changed.
    private async Task CreateAsync(CancellationToken stop)
    {
        await target.Teller.WatchAsync("Uploading the plug-in package", _ => target.CreateAsync(
            new Entity("pluginpackage")
            {
                ["name"] = UniqueName(target), ["uniquename"] = UniqueName(target), ["version"] = target.Package.Version, ["content"] = Content,
            },
            stop)).ConfigureAwait(false);
        await FinishAsync(stop).ConfigureAwait(false);
    }

    private async Task UpdateAsync(PackageRow row, CancellationToken stop)
    {
        await target.Teller.WatchAsync(
            "Uploading the plug-in package", _ => target.UpdateAsync(new Entity("pluginpackage", row.Id) { ["content"] = Content }, stop)).ConfigureAwait(false);
        await FinishAsync(stop).ConfigureAwait(false);
    }

    private async Task FinishAsync(CancellationToken stop)
    {
        await target.Teller.WatchAsync("Waiting for the environment to find the classes", progress => AwaitTypesAsync(progress, stop)).ConfigureAwait(false);
        await _record.WriteAsync(known => known with { Package = target.Package.Hash }, stop).ConfigureAwait(false);
    }

    private async Task AwaitTypesAsync(IProgress<string> progress, CancellationToken stop)
    {
        var started = target.Clock.GetTimestamp();
        while (true)
        {
            var row = await PackageRow.FindAsync(target.Service, UniqueName(target), stop).ConfigureAwait(false);
            var missing = Classes.Except(row?.Types.Keys ?? []).ToList();
            if (missing.Count == 0)
                return;
            if (target.Clock.GetElapsedTime(started) > Longest)
            {
                throw new DeploymentException(
                    $"The environment took the plug-in package but does not show {missing.Count} of its classes, such as {missing[0]}. " +
                    "Run the command again; if that doesn't help, look into the package in the Plug-in Registration Tool.");
            }

            progress.Report($"{missing.Count} to come");
            await Task.Delay(Look, target.Clock, stop).ConfigureAwait(false);
        }
    }

    private async Task<IReadOnlyList<Change>> ClearAsync(PackageRow row, List<string> gone, CancellationToken stop)
    {
        if (gone.Count == 0)
            return [];
        var ids = gone.Select(type => (object)row.Types[type]).ToArray();
        var steps = await StepRows.OfTypesAsync(target.Service, ids, stop).ConfigureAwait(false);
        var query = new QueryExpression("customapi") { ColumnSet = new ColumnSet("uniquename") };
        query.Criteria.AddCondition("plugintypeid", ConditionOperator.In, ids);
        var apis = await target.Service.AllAsync(query, stop).ConfigureAwait(false);
        return
        [
            .. steps.Select(step => step.Removal(target)),
            .. apis.Select(Clear),
        ];
    }

    // One that another class carries out from now on is bound to that later; one that the solution no longer has would do nothing, silently.
    private Change Clear(Entity api)
    {
        var name = api.GetAttributeValue<string>("uniquename");
        return target.Package.Assembly.Types.Any(type => type.CustomApi == name)
            ? new Change(ChangeKind.Alter, $"custom API {name}: taken from its class, which is gone", stop =>
                target.UpdateAsync(new Entity("customapi", api.Id) { ["plugintypeid"] = null }, stop))
            : new Change(ChangeKind.Remove, $"custom API {name}: its class is gone", stop => target.Service.DeleteAsync("customapi", api.Id, stop));
    }
}
