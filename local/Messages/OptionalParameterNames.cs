using System;
using System.Collections.Generic;
using CrmAddon.Local.Pipeline;

namespace CrmAddon.Local.Messages;

/// <summary>
/// The parameters that every request takes, whatever its message declares.
/// <see href="https://learn.microsoft.com/power-apps/developer/data-platform/optional-parameters"/>
/// </summary>
internal static class OptionalParameterNames
{
    public const string Tag = "tag";

    public static IReadOnlySet<string> All { get; } = new HashSet<string>(StringComparer.Ordinal)
    {
        Tag,
        StepBypass.CustomPlugins,
        StepBypass.BusinessLogic,
        StepBypass.StepIds,
        Solutions.Rows.ComponentWrites.Solution,
        "SuppressDuplicateDetection",
        "SuppressCallbackRegistrationExpanderJob",
    };
}
