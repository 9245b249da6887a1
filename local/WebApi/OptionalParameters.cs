using System;
using CrmAddon.Local.Solutions.Rows;
using CrmAddon.Local.WebApi.Http;
using Microsoft.Xrm.Sdk;

namespace CrmAddon.Local.WebApi;

/// <summary>
/// What headers and query say about how a message runs.
/// <see href="https://learn.microsoft.com/power-apps/developer/data-platform/optional-parameters">Use optional parameters</see>
/// </summary>
internal static class OptionalParameters
{
    public static void Add(OrganizationRequest message, ApiRequest request)
    {
        if (request.Header("MSCRM.SuppressDuplicateDetection") is { } suppress)
        {
            message.Parameters["SuppressDuplicateDetection"] = !IsWord(suppress, "false");
        }

        if (request.Header("MSCRM.BypassCustomPluginExecution") is { } bypass && IsWord(bypass, "true"))
        {
            message.Parameters["BypassCustomPluginExecution"] = true;
        }

        foreach (var name in new[] { "BypassBusinessLogicExecution", "BypassBusinessLogicExecutionStepIds" })
        {
            if (request.Header("MSCRM." + name) is { Length: > 0 } text)
            {
                message.Parameters[name] = text;
            }
        }

        if (request.Header("MSCRM.SolutionUniqueName") is { Length: > 0 } solution && !message.Parameters.Contains(ComponentWrites.Solution))
        {
            message.Parameters[ComponentWrites.Solution] = solution;
        }

        if (request.Tag is { Length: > 0 } tag)
        {
            message.Parameters["tag"] = tag;
        }
    }

    private static bool IsWord(string text, string word) => text.Trim().Equals(word, StringComparison.OrdinalIgnoreCase);
}
