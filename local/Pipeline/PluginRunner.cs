using System;
using System.ServiceModel;
using CrmAddon.Local.Messages;
using CrmAddon.Local.Pipeline.Steps;
using Microsoft.Xrm.Sdk;

namespace CrmAddon.Local.Pipeline;

/// <summary>Runs one plug-in class and turns what it throws into what a caller of the platform sees.</summary>
internal sealed class PluginRunner(Organization organization)
{
    /// <summary>Detail of a fault that keeps the <see cref="OperationStatus"/> which a system job is to get.</summary>
    public const string StatusDetail = "OperationStatus";

    /// <exception cref="FaultException{T}">
    /// The plug-in refused (<see cref="InvalidPluginExecutionException"/>: its own sentence), a call that it made failed and it did not
    /// catch that (the call's fault), or it failed in another way (an unexpected error).
    /// </exception>
    public void Run(PluginClass plugin, PluginContext context)
    {
        var services = new PluginServices(organization, context);
        try
        {
            plugin.Instance.Execute(services);
        }
        catch (InvalidPluginExecutionException e)
        {
            var code = e.ErrorCode == 0 ? ErrorCodes.IsvAborted : e.ErrorCode;
            var fault = Faults.Create(code, e.Message, (e.InnerException as FaultException<OrganizationServiceFault>)?.Detail);
            fault.Detail.ErrorDetails[StatusDetail] = (int)e.Status;
            throw Traced(fault, services);
        }
        catch (FaultException<OrganizationServiceFault> e)
        {
            throw Traced(e, services);
        }
        catch (Exception e) when (e is not OutOfMemoryException)
        {
            var fault = Faults.Create(
                ErrorCodes.IsvUnExpected,
                $"An unexpected error occurred from ISV code. Unexpected exception from plug-in (Execute): {plugin.Name}: {e.GetType().FullName}: {e.Message}");
            fault.Detail.OriginalException = e.ToString();
            throw Traced(fault, services);
        }
    }

    private static FaultException<OrganizationServiceFault> Traced(FaultException<OrganizationServiceFault> fault, PluginServices services)
    {
        if (fault.Detail.TraceText is null && services.TraceText is { } text)
        {
            fault.Detail.TraceText = text;
        }

        return fault;
    }
}
