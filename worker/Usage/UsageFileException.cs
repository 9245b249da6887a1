using System;

namespace CrmAddon.Worker.Usage;

/// <summary>A file that can't be imported at all; the message says what is wrong with it and what to do. Nothing was stored.</summary>
public sealed class UsageFileException : Exception
{
    /// <summary>Creates the exception without a message.</summary>
    public UsageFileException()
    {
    }

    /// <summary>Creates the exception with what is wrong and what to do.</summary>
    public UsageFileException(string message)
        : base(message)
    {
    }

    /// <summary>Creates the exception with what is wrong, what to do, and the error behind it.</summary>
    public UsageFileException(string message, Exception innerException)
        : base(message, innerException)
    {
    }
}
