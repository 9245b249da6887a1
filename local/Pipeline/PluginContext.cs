using System;
using Microsoft.Xrm.Sdk;

namespace CrmAddon.Local.Pipeline;

/// <summary>What one step is told about the message it answers.</summary>
internal sealed class PluginContext(Operation operation, int stage, int mode, OrganizationIds ids) : IPluginExecutionContext4
{
    public Operation Operation { get; } = operation;

    public int Stage { get; } = stage;

    public int Mode { get; } = mode;

    public bool IsInTransaction { get; init; }

    public Guid OperationId { get; init; }

    public EntityReference? Step { get; init; }

    public EntityImageCollection[] PreEntityImagesCollection { get; init; } = [];

    public EntityImageCollection[] PostEntityImagesCollection { get; init; } = [];

    // A message about one row has the row's images; a message about several has a collection for each.
    public EntityImageCollection PreEntityImages =>
        field ??= PreEntityImagesCollection is [var only] && !Operation.Inputs.Contains("Targets") ? only : [];

    public EntityImageCollection PostEntityImages =>
        field ??= PostEntityImagesCollection is [var only] && !Operation.Inputs.Contains("Targets") ? only : [];

    /// <summary>The context of the step that sent this message; kept over the queue as data for asynchronous steps.</summary>
    public IPluginExecutionContext? ParentContext => Operation.Caller.Parent;

    public int Depth => Operation.Depth;

    public string MessageName => Operation.Message;

    public string PrimaryEntityName => Operation.Table ?? "none";

    public string SecondaryEntityName => "none";

    public Guid PrimaryEntityId => Operation.RowId;

    public Guid? RequestId => Operation.CorrelationId;

    public Guid CorrelationId => Operation.CorrelationId;

    public ParameterCollection InputParameters => Operation.Inputs;

    public ParameterCollection OutputParameters => Operation.Outputs;

    public ParameterCollection SharedVariables => Operation.Shared;

    public Guid UserId => Operation.Caller.UserId;

    public Guid InitiatingUserId => Operation.Caller.InitiatingUserId;

    public Guid AuthenticatedUserId => Operation.Caller.InitiatingUserId;

    public Guid BusinessUnitId => ids.BusinessUnit;

    public Guid OrganizationId => ids.Organization;

    public string OrganizationName => "local";

    public int IsolationMode => 2; // sandbox

    public EntityReference OwningExtension => Step ?? new EntityReference("sdkmessageprocessingstep", Guid.Empty);

    public DateTime OperationCreatedOn => Operation.CreatedOn;

    public bool IsExecutingOffline => false;

    public bool IsOfflinePlayback => false;

    public bool IsPortalsClientCall => false;

    public Guid PortalsContactId => Guid.Empty;

    public Guid UserAzureActiveDirectoryObjectId => Guid.Empty;

    public Guid InitiatingUserAzureActiveDirectoryObjectId => Guid.Empty;

    public Guid InitiatingUserApplicationId => Guid.Empty;
}
