using System;

namespace CrmAddon.Local;

/// <summary>A solution's files or a plug-in assembly's registration say something that can't be carried out. The message names file and line.</summary>
public sealed class SolutionException : Exception
{
    /// <summary>Creates the exception without a message.</summary>
    public SolutionException()
    {
    }

    /// <summary>Creates the exception.</summary>
    /// <param name="message">What is wrong, where, and what to do.</param>
    public SolutionException(string message)
        : base(message)
    {
    }

    /// <summary>Creates the exception with its cause.</summary>
    /// <param name="message">What is wrong, where, and what to do.</param>
    /// <param name="innerException">The error below.</param>
    public SolutionException(string message, Exception innerException)
        : base(message, innerException)
    {
    }
}
