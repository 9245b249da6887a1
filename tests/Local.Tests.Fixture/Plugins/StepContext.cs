using System;
using System.Globalization;
using Microsoft.Xrm.Sdk;

namespace CrmAddon.Local.Tests.Plugins;

/// <summary>What the fixture's plug-ins need of their services.</summary>
public sealed class StepContext
{
    public StepContext(IServiceProvider services)
    {
        Context = (IPluginExecutionContext4)services.GetService(typeof(IPluginExecutionContext4))!;
        Factory = (IOrganizationServiceFactory)services.GetService(typeof(IOrganizationServiceFactory))!;
        Tracing = (ITracingService)services.GetService(typeof(ITracingService))!;
        Service = Factory.CreateOrganizationService(Context.UserId);
    }

    public IPluginExecutionContext4 Context { get; }

    public IOrganizationServiceFactory Factory { get; }

    public ITracingService Tracing { get; }

    public IOrganizationService Service { get; }

    public Entity Target => (Entity)Context.InputParameters["Target"]!;

    public string Notes => Context.InputParameters.TryGetValue("Target", out var target) && target is Entity row
        ? row.GetAttributeValue<string>("fix_notes") ?? string.Empty
        : string.Empty;

    /// <summary>Leaves a row that says what the step saw.</summary>
    public void Leave(FormattableString text) =>
        Service.Create(new Entity("fix_trace") { ["fix_text"] = text.ToString(CultureInfo.InvariantCulture) });
}
