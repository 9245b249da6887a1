using System;

namespace CrmAddon.RulesCli.Tests.Verbs;

/// <summary>What a shell that asks with [suggest] is told.</summary>
[TestClass]
public sealed class CompletionTests
{
    [TestMethod]
    public void Verbs_and_options_are_completed()
    {
        CollectionAssert.Contains(Suggested("pre"), "preview");
        CollectionAssert.Contains(Suggested("check --w"), "--warnings-as-errors");
        CollectionAssert.Contains(Suggested("explain x.rules --language "), "de");
    }

    [TestMethod]
    public void Examples_are_completed_from_the_program_that_is_named() => CollectionAssert.Contains(
        Suggested($"explain \"{Sample.Rules}\" --example Four"), "Four partners on a co-sell deal");

    [TestMethod]
    public void A_program_that_is_not_there_completes_nothing() => CollectionAssert.DoesNotContain(
        Suggested("explain absent.rules --example Four"), "Four partners on a co-sell deal");

    private static string[] Suggested(string line)
    {
        using var work = new Workplace();
        return work.Run($"[suggest:{line.Length}]", line).Output.Split('\n', StringSplitOptions.RemoveEmptyEntries);
    }
}
