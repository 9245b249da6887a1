using System;
using System.ServiceModel;
using CrmAddon.Local.Messages;
using CrmAddon.Local.Pipeline.Steps;
using Microsoft.Xrm.Sdk;

namespace CrmAddon.Local.Pipeline;

/// <summary>Runs one plug-in class under the platform's rules and turns what it throws into what a caller of the platform sees.</summary>
internal sealed class PluginRunner(Organization organization)
{
    /// <summary>Detail of a fault that keeps the <see cref="OperationStatus"/> which a system job is to get.</summary>
    public const string StatusDetail = "OperationStatus";

    private const string SubCodeDetail = "SubErrorCode";

    private readonly PlatformRules _rules = organization.Options.Rules;

    /// <exception cref="FaultException{T}">
    /// The plug-in refused (<see cref="InvalidPluginExecutionException"/>: its own sentence), a call that it made failed and it did not
    /// catch that (the call's fault), it broke one of the platform's rules, or it failed in another way (an unexpected error).
    /// </exception>
    public void Run(PluginClass plugin, PluginContext context)
    {
        var services = new PluginServices(organization, context);
        var run = new StepRun(plugin.Name, _rules, context.Operation.Caller.Parent?.Run, isSynchronous: context.Mode == 0);
        context.Run = run;
        try
        {
            Execute(plugin, context, services, run);
            organization.Traces.Add(plugin, context, services.TraceText, null);
        }
        catch (Exception e) when (e is not OutOfMemoryException)
        {
            var fault = FaultOf(plugin, e);
            if (services.TraceText is { } text)
            {
                fault.Detail.TraceText ??= text;
            }

            organization.Traces.Add(plugin, context, services.TraceText, fault.Detail);
            throw fault;
        }
        finally
        {
            run.End();
        }
    }

    private void Execute(PluginClass plugin, PluginContext context, PluginServices services, StepRun run)
    {
        var instance = plugin.Instance();
        var fields = _rules.InstanceState ? plugin.Fields.Values(instance) : null;
        instance.Execute(services);
        run.CheckTime();
        if (plugin.Fields.FirstChanged(instance, fields) is { } field)
        {
            throw Faults.InstanceState(plugin.Name, field);
        }

        if (context.IsInTransaction)
        {
            organization.Transactions.CheckNothingIgnored();
        }
    }

    /// <summary>
    /// A number that the plug-in gives is a detail of the error, which is always that a plug-in refused.
    /// <see href="https://learn.microsoft.com/power-apps/developer/data-platform/webapi/compose-http-requests-handle-errors#include-additional-details-with-errors"/>
    /// </summary>
    private static FaultException<OrganizationServiceFault> Refused(InvalidPluginExecutionException refusal)
    {
        var fault = Faults.Create(
            ErrorCodes.IsvAborted, refusal.Message, (refusal.InnerException as FaultException<OrganizationServiceFault>)?.Detail);
        fault.Detail.ErrorDetails[StatusDetail] = (int)refusal.Status;
        if (refusal.ErrorCode != 0)
        {
            fault.Detail.ErrorDetails[SubCodeDetail] = refusal.ErrorCode;
        }

        return fault;
    }

    private static FaultException<OrganizationServiceFault> FaultOf(PluginClass plugin, Exception thrown)
    {
        switch (thrown)
        {
            case InvalidPluginExecutionException refusal:
                return Refused(refusal);
            case FaultException<OrganizationServiceFault> fault:
                return fault;
            default:
                var unexpected = Faults.Create(
                    ErrorCodes.IsvUnExpected,
                    $"An unexpected error occurred from ISV code. Unexpected exception from plug-in (Execute): {plugin.Name}: {thrown.GetType().FullName}: {thrown.Message}");
                unexpected.Detail.OriginalException = thrown.ToString();
                return unexpected;
        }
    }
}
