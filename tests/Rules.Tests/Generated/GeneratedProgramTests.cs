using System;
using System.Collections.Generic;
using System.Linq;
using CrmAddon.Rules.Tests.Formatting;
using CsCheck;
using Microsoft.VisualStudio.TestTools.UnitTesting;

namespace CrmAddon.Rules.Tests.Generated;

/// <summary>A hundred programs each; the environment variable CsCheck_Iter asks for more.</summary>
[TestClass]
public sealed class GeneratedProgramTests
{
    [TestMethod]
    public void A_formatted_program_is_the_same_program_and_stays_formatted() =>
        Gen.Select(GeneratedProgram.Any, Choices.Up(2000)).Sample(
            (program, layout) => Formatted.Of(RandomLayout.Of(program.Text, layout, comments: true)));

    [TestMethod]
    public void One_program_has_one_layout() =>
        Gen.Select(GeneratedProgram.Any, Choices.Up(2000)).Sample(
            (program, layout) =>
            {
                var one = RuleFormatter.Format(program.Text);
                var other = RuleFormatter.Format(RandomLayout.Of(program.Text, layout, comments: false));

                Assert.IsTrue(one.Succeeded && other.Succeeded);
                Assert.AreEqual(WithoutEmptyLines(one.Text), WithoutEmptyLines(other.Text));
            });

    [TestMethod]
    public void Most_generated_programs_can_be_published_and_use_the_whole_language()
    {
        var kinds = new HashSet<string>();
        var (all, good) = (0, 0);
        var found = new Dictionary<string, int>();
        GeneratedProgram.Any.Sample(
            program =>
            {
                var result = RuleProgram.Check(program.Text, Vocabulary.Standard);
                all++;
                foreach (var code in result.Diagnostics.Where(one => one.Severity == DiagnosticSeverity.Error).Select(one => one.Code).Distinct())
                    found[code] = found.GetValueOrDefault(code) + 1;
                if (!result.Succeeded)
                    return;
                good++;
                kinds.UnionWith(program.Rules.Select(rule => rule[..rule.IndexOf(' ', StringComparison.Ordinal)]));
            },
            iter: 150, threads: 1);

        Assert.IsTrue(good * 3 > all * 2, $"{good} of {all}; " + string.Join(", ", found.OrderByDescending(one => one.Value)));
        Assert.AreEqual("churn clawback commission credit example field registration role tier", string.Join(" ", kinds.Order(StringComparer.Ordinal)));
    }

    private static string WithoutEmptyLines(string text) => text.Replace("\r\n", "\n", StringComparison.Ordinal).Replace("\n\n", "\n", StringComparison.Ordinal);
}
