using System;
using System.Globalization;
using Microsoft.Xrm.Sdk;

namespace CrmAddon.Local.Pipeline;

/// <summary>What a plug-in gets: its context, organization services that run inside its transaction, and tracing. There is no logger.</summary>
internal sealed class PluginServices(Organization organization, PluginContext context)
    : IServiceProvider, IOrganizationServiceFactory, ITracingService
{
    private TraceText? _trace;

    public string? TraceText => _trace?.ToString();

    public object? GetService(Type serviceType)
    {
        if (serviceType.IsInstanceOfType(context))
        {
            return context;
        }

        return serviceType == typeof(IOrganizationServiceFactory) || serviceType == typeof(ITracingService) ? this : null;
    }

    /// <summary>Null stands for the system user, an empty id for the user of the step, as in the platform.</summary>
    public IOrganizationService CreateOrganizationService(Guid? userId)
    {
        var user = userId is null ? organization.Ids.SystemUser : userId.Value == Guid.Empty ? context.UserId : userId.Value;
        return new OrganizationService(organization, new Caller(user, context.InitiatingUserId, context));
    }

    public void Trace(string format, params object[] args)
    {
        var line = args is { Length: > 0 } ? string.Format(CultureInfo.InvariantCulture, format, args) : format;
        (_trace ??= new TraceText(organization.Options.Rules.TraceLength)).Add(line);
        organization.Options.Trace?.Invoke(line);
    }
}
