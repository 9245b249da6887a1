using System;

namespace CrmAddon.SolutionPackager;

/// <summary>A package or folder that can't be packed or unpacked. The message names the file and says what to do.</summary>
public sealed class SolutionPackageException : Exception
{
    /// <summary>A refusal without words of its own; the runtime asks for this constructor.</summary>
    public SolutionPackageException()
    {
    }

    /// <summary>A refusal in a sentence.</summary>
    public SolutionPackageException(string message)
        : base(message)
    {
    }

    /// <summary>A refusal with what caused it.</summary>
    public SolutionPackageException(string message, Exception innerException)
        : base(message, innerException)
    {
    }
}
