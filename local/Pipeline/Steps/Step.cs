using System;
using System.Collections.Generic;
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

    public required StepStage Stage { get; init; }

    public required StepMode Mode { get; init; }

    public required int Rank { get; init; }

    /// <summary>Columns of which one must be written for the step to run; empty: any.</summary>
    public required IReadOnlySet<string> Filter { get; init; }

    public required IReadOnlyList<ImageInfo> Images { get; init; }

    public EntityReference Reference => new("sdkmessageprocessingstep", Id) { Name = $"{Class.Name}: {Message}" };

    /// <summary>Whether the step takes all rows of a message at once.</summary>
    public bool IsMultiple => Message.EndsWith("Multiple", StringComparison.Ordinal);

    public bool WantsBefore => Images.Any(i => i.Type != ImageType.Post);

    public bool WantsAfter => Images.Any(i => i.Type != ImageType.Pre);

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
