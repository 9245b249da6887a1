using System;
using System.Diagnostics.CodeAnalysis;

namespace Microsoft.PowerPlatform.Dataverse.Client.Utils;

/// <summary>An operation failed without an answer of the platform that could be told as a fault.</summary>
[SuppressMessage("Design", "CA1032:Implement standard exception constructors", Justification = "The vendor's type has no constructor without a message.")]
public class DataverseOperationException : Exception
{
    /// <summary>Says what went wrong.</summary>
    public DataverseOperationException(string message)
        : base(message)
    {
    }

    /// <summary>Says what went wrong, and what caused it.</summary>
    public DataverseOperationException(string message, Exception innerException)
        : base(message, innerException)
    {
    }
}
