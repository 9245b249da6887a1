using System;

namespace CrmAddon.Rules;

/// <summary>A result of the rules with the reasons for it. The same case and program give the same ruling, always.</summary>
public abstract class Ruling
{
    private readonly Lazy<Finding> derivation;

    private protected Ruling(string programHash, Func<Finding> derivation)
    {
        ProgramHash = programHash;
        this.derivation = new Lazy<Finding>(derivation);
    }

    /// <summary>The hash of the program that was applied, <see cref="RuleProgram.Hash"/>.</summary>
    public string ProgramHash { get; }

    /// <summary>Every step that led to the result, and for each rule that did not apply the condition that failed.</summary>
    public Finding Derivation => derivation.Value;
}
