using System;
using Microsoft.Xrm.Sdk;

namespace CrmAddon.Local.Pipeline;

/// <summary>What one step is told about the message it answers.</summary>
internal sealed class PluginContext(Operation operation, int stage, int mode, Organization organization) : IPluginExecutionContext4
{
    /// <summary>The stage of the operation itself, between the steps before and after it.</summary>
    public const int MainStage = 30;

    private const int PreOperation = 20;
    private Guid? _businessUnit;

    public Operation Operation { get; } = operation;

    public int Stage { get; } = stage;

    public int Mode { get; } = mode;

    public bool IsInTransaction { get; init; }

    public Guid OperationId { get; init; }

    public EntityReference? Step { get; init; }

    /// <summary>The step's own user; null: whoever called.</summary>
    public Guid? RunAs { get; init; }

    /// <summary>The run of the step that this context was made for; null before and for a context that is only a parent.</summary>
    public StepRun? Run { get; set; }

    public EntityImageCollection[] PreEntityImagesCollection { get; init; } = [];

    public EntityImageCollection[] PostEntityImagesCollection { get; init; } = [];

    // A message about one row has the row's images; a message about several has a collection for each.
    public EntityImageCollection PreEntityImages =>
        field ??= PreEntityImagesCollection is [var only] && !Operation.Inputs.Contains("Targets") ? only : [];

    public EntityImageCollection PostEntityImages =>
        field ??= PostEntityImagesCollection is [var only] && !Operation.Inputs.Contains("Targets") ? only : [];

    /// <summary>
    /// The context of the step that sent this message; kept over the queue as data for asynchronous steps. Inside the transaction of
    /// a create, update or delete it is the message itself, whose parent is that step.
    /// </summary>
    public IPluginExecutionContext? ParentContext =>
        HasOuter ? Operation.Outer(organization, Mode) : Operation.Caller.Parent;

    public int Depth => Operation.Depth;

    public string MessageName => Operation.Message;

    public string PrimaryEntityName => Operation.Table ?? "none";

    public string SecondaryEntityName => "none";

    public Guid PrimaryEntityId => Operation.RowId;

    public Guid? RequestId => Operation.RequestId;

    public Guid CorrelationId => Operation.CorrelationId;

    public ParameterCollection InputParameters => Operation.Inputs;

    public ParameterCollection OutputParameters => Operation.Outputs;

    public ParameterCollection SharedVariables => Operation.HasOuter && !HasOuter ? Operation.OuterShared : Operation.Shared;

    public Guid UserId => RunAs ?? Operation.Caller.UserId;

    public Guid InitiatingUserId => Operation.Caller.InitiatingUserId;

    public Guid AuthenticatedUserId => Operation.Caller.InitiatingUserId;

    /// <summary>The business unit of the step's user.</summary>
    public Guid BusinessUnitId => _businessUnit ??= organization.BusinessUnitOf(UserId);

    public Guid OrganizationId => organization.Ids.Organization;

    public string OrganizationName => "local";

    public int IsolationMode => 2; // sandbox

    public EntityReference OwningExtension => Step ?? new EntityReference("sdkmessageprocessingstep", Guid.Empty);

    public DateTime OperationCreatedOn => Operation.CreatedOn;

    public bool IsExecutingOffline => false;

    public bool IsOfflinePlayback => false;

    public bool IsPortalsClientCall => Operation.Caller.Portal is not null;

    public Guid PortalsContactId => Operation.Caller.Portal?.Contact ?? Guid.Empty;

    public Guid UserAzureActiveDirectoryObjectId => Guid.Empty;

    public Guid InitiatingUserAzureActiveDirectoryObjectId => Guid.Empty;

    public Guid InitiatingUserApplicationId => Guid.Empty;

    private bool HasOuter => Operation.HasOuter && Stage >= PreOperation && Stage != MainStage;

}
