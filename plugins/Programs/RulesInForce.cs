using CrmAddon.Rules;
using Microsoft.Xrm.Sdk;

namespace CrmAddon.Plugins.Programs;

/// <summary>A published version of a program's rules, ready to judge.</summary>
/// <param name="Program">The program.</param>
/// <param name="Version">The row of the version.</param>
/// <param name="Rules">The checked rules.</param>
internal sealed record RulesInForce(ProgramFacts Program, EntityReference Version, RuleProgram Rules)
{
    /// <summary>Whether any rule has a limit that works on more than one entry.</summary>
    public bool HasLimits => Rules.HasPartnerCaps || Rules.HasProgramLimits;
}
