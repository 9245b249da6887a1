using System;
using System.CommandLine;
using System.IO;
using System.ServiceModel;
using System.Threading.Tasks;
using Microsoft.PowerPlatform.Dataverse.Client.Utils;
using Microsoft.Xrm.Sdk;

namespace CrmAddon.Worker.Connecting;

/// <summary>What can go wrong between the worker and the CRM, as a sentence on the error stream and exit code 2.</summary>
internal static class Failures
{
    public const int Exit = 2;

    /// <summary>Runs a verb's work.</summary>
    public static async Task<int> GuardAsync(InvocationConfiguration console, Func<Task<int>> work)
    {
        try
        {
            return await work().ConfigureAwait(false);
        }
        catch (Exception e) when (Reason(e) is { } reason)
        {
            await console.Error.WriteLineAsync(reason).ConfigureAwait(false);
            return Exit;
        }
    }

    /// <summary>The failure as a sentence; null for what is a mistake of the program.</summary>
    public static string? Reason(Exception exception) => exception switch
    {
        FaultException<OrganizationServiceFault> fault => $"The CRM refuses: {fault.Detail.Message}",
        DataverseConnectionException or DataverseOperationException => exception.Message,
        InvalidDataException => exception.Message,
        OperationCanceledException => "Stopped.",
        _ => null,
    };
}
