using System;

namespace Microsoft.Xrm.Sdk;

/// <summary>Thrown by a step to refuse the operation; the message is shown to the person who caused it.</summary>
[Serializable]
public sealed class InvalidPluginExecutionException : Exception
{
    /// <summary>Refuses without a reason.</summary>
    public InvalidPluginExecutionException()
    {
    }

    /// <summary>Refuses with a sentence for the person.</summary>
    public InvalidPluginExecutionException(string message)
        : base(message)
    {
    }

    /// <summary>Refuses with a sentence for the person and the cause.</summary>
    public InvalidPluginExecutionException(string message, Exception exception)
        : base(message, exception)
    {
    }

    /// <summary>Ends the operation with a status.</summary>
    public InvalidPluginExecutionException(OperationStatus status) => Status = status;

    /// <summary>Ends the operation with a status and a sentence for the person.</summary>
    public InvalidPluginExecutionException(OperationStatus status, string message)
        : base(message) => Status = status;

    /// <summary>Ends the operation with a status, an error code and a sentence for the person.</summary>
    public InvalidPluginExecutionException(OperationStatus status, int errorCode, string message)
        : this(status, message) => ErrorCode = errorCode;

    /// <summary>The error code.</summary>
    public int ErrorCode { get; }

    /// <summary>What becomes of the operation.</summary>
    public OperationStatus Status { get; }
}
