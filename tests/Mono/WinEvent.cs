using System;
using Microsoft.Xrm.Sdk;

namespace CrmAddon.Mono;

/// <summary>What Dataverse hands to a plug-in when an opportunity was won.</summary>
internal sealed class WinEvent(IOrganizationService service, Guid deal) : IServiceProvider, IOrganizationServiceFactory, IPluginExecutionContext
{
    public object GetService(Type serviceType) => this;

    public IOrganizationService CreateOrganizationService(Guid? userId) => service;

    public string MessageName => "Win";

    public string PrimaryEntityName => "opportunity";

    public Guid PrimaryEntityId => deal;

    public ParameterCollection InputParameters { get; } = new()
    {
        ["OpportunityClose"] = new Entity("opportunityclose") { ["opportunityid"] = new EntityReference("opportunity", deal) },
        ["Status"] = new OptionSetValue(3),
    };

    public ParameterCollection OutputParameters { get; } = [];

    public ParameterCollection SharedVariables { get; } = [];

    public EntityImageCollection PreEntityImages { get; } = [];

    public EntityImageCollection PostEntityImages { get; } = [];

    public DateTime OperationCreatedOn => new(2026, 3, 10, 9, 0, 0, DateTimeKind.Utc);

    public IPluginExecutionContext? ParentContext => null;

    public int Stage => 40;

    public int Mode => 0;

    public int IsolationMode => 2;

    public int Depth => 1;

    public Guid? RequestId => null;

    public string SecondaryEntityName => "none";

    public Guid UserId => Guid.Empty;

    public Guid InitiatingUserId => Guid.Empty;

    public Guid BusinessUnitId => Guid.Empty;

    public Guid OrganizationId => Guid.Empty;

    public string OrganizationName => "memory";

    public EntityReference OwningExtension => new("sdkmessageprocessingstep", Guid.Empty);

    public Guid CorrelationId => Guid.Empty;

    public bool IsExecutingOffline => false;

    public bool IsOfflinePlayback => false;

    public bool IsInTransaction => true;

    public Guid OperationId => Guid.Empty;
}
