using System.Collections.Generic;

namespace CrmAddon.Rules;

/// <summary>What the checker makes of a program text.</summary>
public sealed class CheckResult
{
    internal CheckResult(RuleProgram? program, IReadOnlyList<Diagnostic> diagnostics, IReadOnlyList<ExampleResult>? examples = null)
    {
        Program = program;
        Diagnostics = diagnostics;
        Examples = examples ?? [];
    }

    /// <summary>The program, ready to judge; null when there is any error.</summary>
    public RuleProgram? Program { get; }

    /// <summary>Everything that was found, in the order of the text: errors and warnings.</summary>
    public IReadOnlyList<Diagnostic> Diagnostics { get; }

    /// <summary>How each example came out, in the order of the text; none where errors kept the examples from being run.</summary>
    public IReadOnlyList<ExampleResult> Examples { get; }

    /// <summary>Whether the program can be published.</summary>
    public bool Succeeded => Program is not null;
}
