using System;
using System.IO;
using System.Linq;
using System.Text;
using CrmAddon.Rules;

namespace CrmAddon.Local.Trial.Setup;

/// <summary>The rule program's file: read and checked before anything is touched.</summary>
public static class RuleFile
{
    // A byte that is no UTF-8 is an error; replacing it would publish another text than the author's.
    private static readonly UTF8Encoding Strict = new(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true);

    /// <summary>Reads and checks; prints every finding as the language shows them.</summary>
    /// <returns>The text and the program, or null when the program has errors.</returns>
    /// <exception cref="TrialStoppedException">The file can't be read.</exception>
    public static (string Text, RuleProgram Program)? Read(string path, Narrator narrator)
    {
        string text;
        try
        {
            text = File.ReadAllText(path, Strict);
        }
        catch (DecoderFallbackException cause)
        {
            throw new TrialStoppedException($"The rules file {path} is no text in UTF-8. Save it in that encoding and try again.", cause);
        }
        catch (Exception cause) when (cause is IOException or UnauthorizedAccessException)
        {
            throw new TrialStoppedException($"The rules file {path} can't be read: {cause.Message}", cause);
        }

        CheckResult check = RuleProgram.Check(text, Vocabulary.Standard);
        string shown = Shown(path);
        foreach (Diagnostic finding in check.Diagnostics)
        {
            narrator.Raw(finding.Render(text, shown));
        }

        if (check.Program is { } program)
        {
            CheckRoles(program, shown);
            return (text, program);
        }

        int errors = check.Diagnostics.Count(finding => finding.Severity == DiagnosticSeverity.Error);
        narrator.Raw($"{errors} error{(errors == 1 ? "" : "s")}; nothing was changed.");
        return null;
    }

    // Publishing would refuse them too, but only after the database was made.
    private static void CheckRoles(RuleProgram program, string shown)
    {
        string[] unknown = [.. program.Roles.Except(Choices.Roles, StringComparer.OrdinalIgnoreCase)];
        if (unknown.Length > 0)
        {
            throw new TrialStoppedException(
                $"{shown}: the solution has no role {string.Join(", ", unknown)} that a partner could have. Use {string.Join(", ", Choices.Roles)}, or add it to the choice Role (cov_role) of the solution. Nothing was changed.");
        }
    }

    // As a person would name it: from here where that is shorter than the whole path.
    private static string Shown(string path)
    {
        string relative = Path.GetRelativePath(Environment.CurrentDirectory, path);
        return relative.Length < path.Length ? relative : path;
    }
}
