namespace CrmAddon.Rules.Cli;

/// <summary>What a script learns from how the command ended.</summary>
internal enum ExitCode
{
    /// <summary>Done, and nothing to complain of.</summary>
    Fine = 0,

    /// <summary>Done, and there are findings: errors, failing examples, a text that is not formatted, a ruling that differs.</summary>
    Findings = 1,

    /// <summary>Not done: the command line can't be understood, or what it names can't be read.</summary>
    Unusable = 2,
}
