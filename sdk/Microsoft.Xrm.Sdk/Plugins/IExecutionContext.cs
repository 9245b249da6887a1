using System;

namespace Microsoft.Xrm.Sdk;

/// <summary>The operation that a step or workflow activity is part of.</summary>
public interface IExecutionContext
{
    /// <summary>0 synchronous, 1 asynchronous.</summary>
    int Mode { get; }

    /// <summary>1 none, 2 sandbox.</summary>
    int IsolationMode { get; }

    /// <summary>How deep the operation is nested in others, from 1.</summary>
    int Depth { get; }

    /// <summary>The message's name.</summary>
    string MessageName { get; }

    /// <summary>Logical name of the message's table, or "none".</summary>
    string PrimaryEntityName { get; }

    /// <summary>Names the request that an asynchronous operation came from.</summary>
    Guid? RequestId { get; }

    /// <summary>Logical name of the second table, or "none".</summary>
    string SecondaryEntityName { get; }

    /// <summary>Parameters of the message.</summary>
    ParameterCollection InputParameters { get; }

    /// <summary>Results of the message, from the main operation on.</summary>
    ParameterCollection OutputParameters { get; }

    /// <summary>Values that steps of one operation pass on.</summary>
    ParameterCollection SharedVariables { get; }

    /// <summary>The user whom the step acts for.</summary>
    Guid UserId { get; }

    /// <summary>The user who caused the operation.</summary>
    Guid InitiatingUserId { get; }

    /// <summary>The user's business unit.</summary>
    Guid BusinessUnitId { get; }

    /// <summary>The organization.</summary>
    Guid OrganizationId { get; }

    /// <summary>The organization's unique name.</summary>
    string OrganizationName { get; }

    /// <summary>The row's id; empty if there is none yet.</summary>
    Guid PrimaryEntityId { get; }

    /// <summary>The row before the operation, by the image's alias.</summary>
    EntityImageCollection PreEntityImages { get; }

    /// <summary>The row after the operation, by the image's alias.</summary>
    EntityImageCollection PostEntityImages { get; }

    /// <summary>The step that is run.</summary>
    EntityReference OwningExtension { get; }

    /// <summary>Names all operations that one request caused.</summary>
    Guid CorrelationId { get; }

    /// <summary>Whether a client runs the step offline.</summary>
    bool IsExecutingOffline { get; }

    /// <summary>Whether the operation is replayed from an offline client.</summary>
    bool IsOfflinePlayback { get; }

    /// <summary>Whether the step runs in the operation's transaction.</summary>
    bool IsInTransaction { get; }

    /// <summary>The system job of an asynchronous step; else empty.</summary>
    Guid OperationId { get; }

    /// <summary>When the system job was made, in UTC.</summary>
    DateTime OperationCreatedOn { get; }
}
