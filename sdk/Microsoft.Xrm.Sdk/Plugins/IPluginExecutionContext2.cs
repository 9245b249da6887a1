using System;

namespace Microsoft.Xrm.Sdk;

/// <summary>Adds who is behind the operation in the directory and on the portal.</summary>
public interface IPluginExecutionContext2 : IPluginExecutionContext
{
    /// <summary>Directory object of the user whom the step acts for.</summary>
    Guid UserAzureActiveDirectoryObjectId { get; }

    /// <summary>Directory object of the user who caused the operation.</summary>
    Guid InitiatingUserAzureActiveDirectoryObjectId { get; }

    /// <summary>Application that caused the operation, for an application user.</summary>
    Guid InitiatingUserApplicationId { get; }

    /// <summary>The portal's contact.</summary>
    Guid PortalsContactId { get; }

    /// <summary>Whether the portal caused the operation.</summary>
    bool IsPortalsClientCall { get; }
}
