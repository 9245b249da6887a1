using System;
using System.Collections.Generic;
using System.Linq;
using System.Threading;
using System.Threading.Tasks;
using CrmAddon.Registration;
using Microsoft.Xrm.Sdk;

namespace CrmAddon.Worker.Deployment.Registering;

/// <summary>
/// Steps and images, as the classes declare them with fixed ids. A step of ours that is declared no longer goes; one that somebody
/// disabled is enabled again, because the books would be wrong without it.
/// </summary>
internal sealed class StepStage(Target target) : IStage
{
    public string Name => "Steps";

    public async Task<IReadOnlyList<Change>> PlanAsync(CancellationToken stop)
    {
        var package = await PackageRow.FindAsync(target.Service, PackageStage.UniqueName(target), stop).ConfigureAwait(false);
        var wanted = target.Package.Assembly.Types.SelectMany(type => type.Steps.Select(step => (type.TypeName, Step: step))).ToList();
        var ours = package is null
            ? []
            : await StepRows.OfTypesAsync(target.Service, [.. package.Types.Values.Select(id => (object)id)], stop).ConfigureAwait(false);
        var byId = await StepRows.ByIdAsync(target.Service, [.. wanted.Select(step => (object)step.Step.Id)], stop).ConfigureAwait(false);
        var present = byId.Concat(ours).DistinctBy(step => step.Id).ToDictionary(step => step.Id);
        var declared = wanted.Select(step => step.Step.Id).ToHashSet();
        var messages = new MessageIds(target.Service, wanted.Select(step => step.Step));
        var members = await target.MembersAsync(stop).ConfigureAwait(false);
        var changes = wanted.SelectMany(step => Plan(step.TypeName, step.Step, present.GetValueOrDefault(step.Step.Id), messages))
            .Concat(wanted.Where(step => members?.Contains(step.Step.Id) == false && present.ContainsKey(step.Step.Id)).Select(step => Joining(step.TypeName, step.Step, messages)));
        // Steps of classes that are gone from the package go before it is uploaded (PackageStage).
        var classes = target.Package.Assembly.Types.Select(type => type.TypeName).ToHashSet();
        return [.. changes, .. ours.Where(step => !declared.Contains(step.Id) && classes.Contains(step.Type)).Select(step => step.Removal(target))];
    }

    private IEnumerable<Change> Plan(string type, StepInfo wanted, StepRow? present, MessageIds messages)
    {
        var title = Title(type, wanted);
        if (present is null)
        {
            yield return new Change(ChangeKind.Add, title, stop => CreateAsync(type, wanted, messages, stop))
            {
                Details = [Describe(wanted), .. wanted.Images.Select(image => $"+ {Describe(image)}")],
            };
            yield break;
        }

        if (Differences(type, wanted, present) is { Count: > 0 } differences)
            yield return new Change(ChangeKind.Alter, title, stop => UpdateAsync(type, wanted, messages, stop)) { Details = differences };
        if (!present.IsEnabled)
            yield return new Change(ChangeKind.Alter, title, stop => EnableAsync(wanted.Id, stop)) { Details = ["is enabled again"] };
        foreach (var image in wanted.Images)
        {
            var row = present.Images.FirstOrDefault(row => row.Id == image.Id);
            if (row is null)
                yield return new Change(ChangeKind.Add, $"{Describe(image)} of the {title}", stop => CreateAsync(wanted, image, stop));
            else if (Difference(wanted, image, row) is { } difference)
                yield return new Change(ChangeKind.Alter, $"{Describe(image)} of the {title}", stop => UpdateAsync(wanted, image, stop)) { Details = [difference] };
        }

        foreach (var image in present.Images.Where(row => wanted.Images.All(image => image.Id != row.Id)))
        {
            yield return new Change(
                ChangeKind.Remove, $"image {image.Alias} of the {title}", stop => target.Service.DeleteAsync("sdkmessageprocessingstepimage", image.Id, stop));
        }
    }

    private Change Joining(string type, StepInfo step, MessageIds messages) => new(ChangeKind.Alter, Title(type, step), async stop =>
    {
        await UpdateAsync(type, step, messages, stop).ConfigureAwait(false);
        foreach (var image in step.Images)
            await UpdateAsync(step, image, stop).ConfigureAwait(false);
    })
    {
        Details = [Target.Joining],
    };

    private static string Title(string type, StepInfo step) => $"step {step.Message} of {step.Table ?? "the environment"} ({type})";

    private static List<string> Differences(string type, StepInfo wanted, StepRow present) =>
    [
        .. new[]
        {
            Differ("class", present.Type, type),
            Differ("message", present.Message, wanted.Message),
            Differ("table", present.Table ?? "", wanted.Table ?? ""),
            Differ("stage", ((Registration.StepStage)present.Stage).ToString(), wanted.Stage.ToString()),
            Differ("mode", ((StepMode)present.Mode).ToString(), wanted.Mode.ToString()),
            Differ("rank", $"{present.Rank}", $"{wanted.Rank}"),
            Differ("columns", present.Filter, Columns.Sorted(wanted.Filter)),
            Differ("configuration", present.Configuration ?? "", wanted.Configuration ?? ""),
            Differ("deletes its job", $"{present.AsyncAutoDelete}", $"{wanted.AsyncAutoDelete}"),
        }.OfType<string>(),
    ];

    private static string? Differ(string what, string present, string wanted) =>
        present == wanted ? null : $"{what}: {(present.Length == 0 ? "(none)" : present)} -> {(wanted.Length == 0 ? "(none)" : wanted)}";

    private static string? Difference(StepInfo step, ImageInfo wanted, ImageRow present) =>
        Differ("alias", present.Alias, wanted.Alias)
        ?? Differ("type", $"{(ImageType)present.Type}", $"{wanted.Type}")
        ?? Differ("columns", present.Columns, Columns.Sorted(wanted.Columns))
        ?? Differ("property", present.Property ?? "", ImageProperty.Of(step.Message))
        ?? (present.Step == step.Id ? null : "it hangs on another step");

    private static string Describe(StepInfo step) =>
        $"{step.Stage}, {(step.Mode == StepMode.Asynchronous ? "asynchronous" : "synchronous")}, rank {step.Rank}" +
        (step.Filter.Count == 0 ? "" : $", when {string.Join(", ", step.Filter)} {(step.Filter.Count == 1 ? "is" : "are")} written");

    private static string Describe(ImageInfo image) => $"image {image.Alias}";

    private async Task CreateAsync(string type, StepInfo step, MessageIds messages, CancellationToken stop)
    {
        await target.CreateAsync(await RowAsync(type, step, messages, stop).ConfigureAwait(false), stop).ConfigureAwait(false);
        foreach (var image in step.Images)
            await CreateAsync(step, image, stop).ConfigureAwait(false);
    }

    private async Task UpdateAsync(string type, StepInfo step, MessageIds messages, CancellationToken stop) =>
        await target.UpdateAsync(await RowAsync(type, step, messages, stop).ConfigureAwait(false), stop).ConfigureAwait(false);

    private Task EnableAsync(Guid id, CancellationToken stop) => target.Service.UpdateAsync(
        new Entity("sdkmessageprocessingstep", id) { ["statecode"] = new OptionSetValue(0), ["statuscode"] = new OptionSetValue(1) }, stop);

    private Task CreateAsync(StepInfo step, ImageInfo image, CancellationToken stop) => target.CreateAsync(Row(step, image), stop);

    private Task UpdateAsync(StepInfo step, ImageInfo image, CancellationToken stop) => target.UpdateAsync(Row(step, image), stop);

    private async Task<Entity> RowAsync(string type, StepInfo step, MessageIds messages, CancellationToken stop)
    {
        var package = await PackageRow.FindAsync(target.Service, PackageStage.UniqueName(target), stop).ConfigureAwait(false);
        if (package is null || !package.Types.TryGetValue(type, out var handler))
            throw new DeploymentException($"The environment does not show the plug-in class {type}: run the command again.");
        var (message, filter) = await messages.FindAsync(step, stop).ConfigureAwait(false);
        return new Entity("sdkmessageprocessingstep", step.Id)
        {
            ["name"] = $"{type}: {step.Message} of {step.Table ?? "any table"}",
            ["eventhandler"] = new EntityReference("plugintype", handler),
            ["sdkmessageid"] = new EntityReference("sdkmessage", message),
            ["sdkmessagefilterid"] = filter is { } id ? new EntityReference("sdkmessagefilter", id) : null,
            ["stage"] = new OptionSetValue((int)step.Stage),
            ["mode"] = new OptionSetValue((int)step.Mode),
            ["rank"] = step.Rank,
            ["filteringattributes"] = step.Filter.Count == 0 ? null : Columns.Sorted(step.Filter),
            ["configuration"] = step.Configuration,
            ["asyncautodelete"] = step.AsyncAutoDelete,
            ["supporteddeployment"] = new OptionSetValue(0),
        };
    }

    private static Entity Row(StepInfo step, ImageInfo image) => new("sdkmessageprocessingstepimage", image.Id)
    {
        ["name"] = image.Alias,
        ["entityalias"] = image.Alias,
        ["imagetype"] = new OptionSetValue((int)image.Type),
        ["attributes"] = image.Columns.Count == 0 ? null : Columns.Sorted(image.Columns),
        ["messagepropertyname"] = ImageProperty.Of(step.Message),
        ["sdkmessageprocessingstepid"] = new EntityReference("sdkmessageprocessingstep", step.Id),
    };
}
