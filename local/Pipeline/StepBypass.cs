using System;
using System.Collections.Generic;
using System.Linq;
using CrmAddon.Local.Messages;
using CrmAddon.Local.Pipeline.Steps;
using CrmAddon.Registration;
using Microsoft.Xrm.Sdk;

namespace CrmAddon.Local.Pipeline;

/// <summary>
/// The steps that a request leaves out by its optional parameters.
/// <see href="https://learn.microsoft.com/power-apps/developer/data-platform/bypass-custom-business-logic"/>
/// </summary>
internal sealed record StepBypass(bool Synchronous, bool Asynchronous, IReadOnlySet<Guid> Steps)
{
    public const string CustomPlugins = "BypassCustomPluginExecution";
    public const string BusinessLogic = "BypassBusinessLogicExecution";
    public const string StepIds = "BypassBusinessLogicExecutionStepIds";

    // The default of the organization's setting BypassBusinessLogicExecutionStepIdsLimit.
    private const int MostSteps = 3;

    /// <summary>The privilege that is asked for: each parameter has its own.</summary>
    public string Privilege { get; private init; } = "prvBypassCustomBusinessLogic";

    public static StepBypass? Of(OrganizationRequest request)
    {
        var parameters = request.Parameters;
        var plugins = parameters.TryGetValue(CustomPlugins, out var value) && value is true;
        var kinds = Texts(parameters, BusinessLogic);
        var steps = Texts(parameters, StepIds);
        if (!plugins && kinds.Length == 0 && steps.Length == 0)
        {
            return null;
        }

        if (kinds.FirstOrDefault(k => k is not ("CustomSync" or "CustomAsync")) is { } unknown)
        {
            throw Faults.Argument($"{BusinessLogic} is '{unknown}'; it can be CustomSync, CustomAsync or CustomSync,CustomAsync.");
        }

        if (steps.Length > MostSteps)
        {
            throw Faults.Argument($"{StepIds} names {steps.Length} steps; {MostSteps} are allowed.");
        }

        return new StepBypass(plugins || kinds.Contains("CustomSync"), kinds.Contains("CustomAsync"), steps.Select(Id).ToHashSet())
        {
            Privilege = plugins ? "prvBypassCustomPlugins" : "prvBypassCustomBusinessLogic",
        };
    }

    public bool Skips(Step step) => (step.Mode == StepMode.Synchronous ? Synchronous : Asynchronous) || Steps.Contains(step.Id);

    private static string[] Texts(ParameterCollection parameters, string name) =>
        parameters.TryGetValue(name, out var value) && value is string text
            ? text.Trim('"').Split(',', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries)
            : [];

    private static Guid Id(string text) =>
        Guid.TryParse(text, out var id) ? id : throw Faults.Argument($"{StepIds}: '{text}' is no id of a step.");
}
