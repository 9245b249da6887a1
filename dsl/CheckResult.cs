using System.Collections.Generic;

namespace CrmAddon.Rules;

/// <summary>What the checker makes of a program text.</summary>
public sealed class CheckResult
{
    internal CheckResult(RuleProgram? program, IReadOnlyList<Diagnostic> diagnostics)
    {
        Program = program;
        Diagnostics = diagnostics;
    }

    /// <summary>The program, ready to judge; null when there is any error.</summary>
    public RuleProgram? Program { get; }

    /// <summary>Everything that was found, in the order of the text: errors and warnings.</summary>
    public IReadOnlyList<Diagnostic> Diagnostics { get; }

    /// <summary>Whether the program can be published.</summary>
    public bool Succeeded => Program is not null;
}
