using System;
using System.Collections.Generic;

namespace CrmAddon.Registration;

/// <summary>A plug-in assembly can't be registered as it declares itself; <see cref="Problems"/> says everything that is wrong.</summary>
public sealed class RegistrationException : Exception
{
    /// <summary>Tells what is wrong with an assembly.</summary>
    /// <param name="assembly">File name of the assembly.</param>
    /// <param name="problems">One sentence for each thing that is wrong: where, what, and what to do.</param>
    public RegistrationException(string assembly, IReadOnlyList<string> problems)
        : base($"{assembly} can't be registered:{Environment.NewLine}- {string.Join($"{Environment.NewLine}- ", problems)}") =>
        Problems = problems;

    /// <summary>Tells that an assembly can't be read.</summary>
    public RegistrationException(string message, Exception? inner = null)
        : base(message, inner) => Problems = [message];

    /// <summary>One sentence for each thing that is wrong.</summary>
    public IReadOnlyList<string> Problems { get; }
}
