using System;

namespace CrmAddon.Local.Trial;

/// <summary>The trial can't go on; the message says what, where and what to do, and is all that a person sees.</summary>
public sealed class TrialStoppedException : Exception
{
    /// <summary>Stops with a sentence for the person at the terminal.</summary>
    public TrialStoppedException(string message)
        : base(message)
    {
    }

    /// <summary>Stops with a sentence, and keeps the cause.</summary>
    public TrialStoppedException(string message, Exception cause)
        : base(message, cause)
    {
    }
}
