using System;

namespace CrmAddon.Worker.Notifications.Teams;

/// <summary>A workflow has certainly not taken a card.</summary>
internal sealed class WorkflowException(DeliveryFailure failure) : Exception(failure.Message)
{
    public DeliveryFailure Failure { get; } = failure;
}
