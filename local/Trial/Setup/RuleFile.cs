using System;
using System.IO;
using System.Linq;
using CrmAddon.Rules;

namespace CrmAddon.Local.Trial.Setup;

/// <summary>The rule program's file: read and checked before anything is touched.</summary>
public static class RuleFile
{
    /// <summary>Reads and checks; prints every finding as the language shows them.</summary>
    /// <returns>The text and the program, or null when the program has errors.</returns>
    /// <exception cref="TrialStoppedException">The file can't be read.</exception>
    public static (string Text, RuleProgram Program)? Read(string path, Narrator narrator)
    {
        string text;
        try
        {
            text = File.ReadAllText(path);
        }
        catch (Exception cause) when (cause is IOException or UnauthorizedAccessException)
        {
            throw new TrialStoppedException($"The rules file {path} can't be read: {cause.Message}", cause);
        }

        CheckResult check = RuleProgram.Check(text, Vocabulary.Standard);
        foreach (Diagnostic finding in check.Diagnostics)
        {
            narrator.Raw(finding.Render(text, Path.GetRelativePath(Environment.CurrentDirectory, path)));
        }

        if (check.Program is { } program)
        {
            return (text, program);
        }

        int errors = check.Diagnostics.Count(finding => finding.Severity == DiagnosticSeverity.Error);
        narrator.Raw($"{errors} error{(errors == 1 ? "" : "s")}; nothing was changed.");
        return null;
    }
}
