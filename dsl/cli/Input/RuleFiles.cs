using System;
using System.Collections.Generic;
using System.CommandLine;
using System.IO;
using System.Linq;
using CrmAddon.Rules.Cli.Printing;

namespace CrmAddon.Rules.Cli.Input;

/// <summary>The programs that a command line names.</summary>
internal static class RuleFiles
{
    /// <summary>One or more files.</summary>
    public static Argument<string[]> Argument()
    {
        var files = new Argument<string[]>("files") { Description = "Files with rules, or '-' for standard input.", Arity = ArgumentArity.OneOrMore };
        files.CompletionSources.Add(_ => InThisFolder());
        return files;
    }

    /// <summary>Exactly one file.</summary>
    public static Argument<string> Argument(string name, string description)
    {
        var file = new Argument<string>(name) { Description = description };
        file.CompletionSources.Add(_ => InThisFolder());
        return file;
    }

    /// <summary>Checks each file; what can't be read is said and left out, so that the others are checked all the same.</summary>
    public static List<CheckedFile> Check(IEnumerable<string> paths, Terminal terminal, out bool unreadable)
    {
        var files = new List<CheckedFile>();
        unreadable = false;
        foreach (var path in paths)
        {
            try
            {
                files.Add(Check(path, terminal));
            }
            catch (InputException e)
            {
                terminal.Error.Line("rules: " + e.Message);
                unreadable = true;
            }
        }
        return files;
    }

    /// <summary>Reads and checks one file.</summary>
    /// <exception cref="InputException">It can't be read.</exception>
    public static CheckedFile Check(string path, Terminal terminal)
    {
        var text = InputFile.ReadText(path, terminal);
        return new CheckedFile(path, text, RuleProgram.Check(text, Vocabulary.Standard));
    }

    /// <summary>Reads and checks one file, whose program is needed.</summary>
    /// <exception cref="InputException">It can't be read, or has errors, which are drawn.</exception>
    public static RuleProgram Program(string path, Terminal terminal)
    {
        var file = Check(path, terminal);
        if (file.Result.Program is { } program)
            return program;
        foreach (var found in file.Result.Diagnostics.Where(found => found.Severity == DiagnosticSeverity.Error))
            terminal.Error.Finding(found, file.Text, file.Name);
        throw new InputException($"{file.Name} has errors, so nothing can be judged by it.");
    }

    private static List<string> InThisFolder()
    {
        try
        {
            return [.. Directory.EnumerateFiles(".", "*.rules").Select(path => Path.GetFileName(path)).Order(StringComparer.Ordinal)];
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            return [];
        }
    }
}
