using System;
using System.Collections.Generic;
using System.Diagnostics.CodeAnalysis;
using System.Linq;
using CrmAddon.Registration;
using Microsoft.Xrm.Sdk;

namespace CrmAddon.Local.Pipeline.Steps;

/// <summary>A registered step: the class that answers, and when.</summary>
internal sealed class Step
{
    public required Guid Id { get; init; }

    public required PluginClass Class { get; init; }

    public required string Message { get; init; }

    /// <summary>The table it is registered for; null for messages without one, and for steps that answer every table.</summary>
    public required string? Table { get; init; }

    public required StepStage Stage { get; init; }

    public required StepMode Mode { get; init; }

    public required int Rank { get; init; }

    /// <summary>Columns of which one must be written for the step to run; empty: any.</summary>
    public required IReadOnlySet<string> Filter { get; init; }

    public required IReadOnlyList<ImageInfo> Images { get; init; }

    /// <summary>The step's user; null: whoever called.</summary>
    public Guid? RunAs { get; init; }

    /// <summary>Whether it runs; a disabled step is known and does nothing.</summary>
    public bool IsEnabled { get; init; } = true;

    /// <summary>Whether its system job goes when it succeeded.</summary>
    public bool AsyncAutoDelete { get; init; }

    [AllowNull]
    public string Name { get => field ??= $"{Class.Name}: {Message} of {Table ?? "any"}"; init; }

    public EntityReference Reference => new("sdkmessageprocessingstep", Id) { Name = Name };

    /// <summary>Whether the step takes all rows of a message at once.</summary>
    public bool IsMultiple => Message is "CreateMultiple" or "UpdateMultiple";

    public bool WantsBefore => Images.Any(i => i.Type != ImageType.Post);

    public bool WantsAfter => Images.Any(i => i.Type != ImageType.Pre);

    public static Step Of(StepInfo info, string? table, PluginClass plugin, StepSettings? settings) => new()
    {
        Id = info.Id,
        Class = plugin,
        Message = info.Message,
        Table = table,
        Stage = info.Stage,
        Mode = info.Mode,
        Rank = info.Rank,
        Filter = info.Filter.ToHashSet(StringComparer.Ordinal),
        Images = info.Images,
        RunAs = settings?.RunAs,
        AsyncAutoDelete = info.AsyncAutoDelete,
        IsEnabled = settings is not { Disabled: true },
    };

    /// <summary>Whether the columns that a row's update writes concern this step.</summary>
    public bool Concerns(Entity? target)
    {
        if (Filter.Count == 0 || target is null)
        {
            return true;
        }

        foreach (var attribute in target.Attributes)
        {
            if (Filter.Contains(attribute.Key))
            {
                return true;
            }
        }

        return false;
    }
}
