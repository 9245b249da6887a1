using System;
using System.Collections.Generic;
using System.CommandLine.Parsing;
using System.IO;
using System.Linq;

namespace CrmAddon.RulesCli.Tests;

/// <summary>What the pages of the command line and of the language show is what the commands print.</summary>
[TestClass]
public sealed class TranscriptTests
{
    private const string Prompt = "$ rules ";

    public static IEnumerable<object[]> Transcripts() => new[] { "Command line.md", "Reference.md" }
        .Select(page => File.ReadAllText(Path.Combine(AppContext.BaseDirectory, page)).ReplaceLineEndings("\n"))
        .SelectMany(page => page.Split("```console\n" + Prompt).Skip(1))
        .Select(block => block[..block.IndexOf("```", StringComparison.Ordinal)].Split('\n', 2))
        .Select(parts => new object[] { parts[0], parts[1] });

    [TestMethod]
    [DynamicData(nameof(Transcripts))]
    public void It_prints_what_the_page_shows(string command, string shown)
    {
        using var work = new Workplace();
        var folder = Path.Combine(AppContext.BaseDirectory, "Samples") + Path.DirectorySeparatorChar;

        var ran = work.Run([.. CommandLineParser.SplitCommandLine(command).Select(argument => argument.Replace("Samples/", folder, StringComparison.Ordinal))]);

        Assert.AreEqual(shown, (ran.Output + ran.Error).Replace(folder, "Samples/", StringComparison.Ordinal));
    }
}
