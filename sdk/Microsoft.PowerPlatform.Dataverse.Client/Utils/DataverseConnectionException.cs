using System;
using System.Diagnostics.CodeAnalysis;

namespace Microsoft.PowerPlatform.Dataverse.Client.Utils;

/// <summary>The environment can't be reached, or does not let the client in.</summary>
[SuppressMessage("Design", "CA1032:Implement standard exception constructors", Justification = "The vendor's type has no constructor without a message.")]
public class DataverseConnectionException : Exception
{
    /// <summary>Says what went wrong.</summary>
    public DataverseConnectionException(string message)
        : base(message)
    {
    }

    /// <summary>Says what went wrong, and what caused it.</summary>
    public DataverseConnectionException(string message, Exception innerException)
        : base(message, innerException)
    {
    }
}
