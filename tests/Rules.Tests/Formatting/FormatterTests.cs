using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using CrmAddon.Rules.Tests.Language;
using Microsoft.VisualStudio.TestTools.UnitTesting;

namespace CrmAddon.Rules.Tests.Formatting;

[TestClass]
public sealed class FormatterTests
{
    public static IEnumerable<TestDataRow<string>> Programs =>
        LanguageCase.All().Select(one => new TestDataRow<string>(one.Program) { DisplayName = one.ToString() });

    [TestMethod]
    public void The_samples_are_given_back_as_they_stand()
    {
        var samples = Directory.GetFiles(Path.Combine(LanguageCase.Folder, "Programs"), "*.rules");

        Assert.IsGreaterThan(1, samples.Length);
        foreach (var text in samples.Select(File.ReadAllText))
        {
            var result = RuleFormatter.Format(text);
            Assert.AreEqual(text, result.Text);
            Assert.IsTrue(result.Succeeded && !result.Changed);
        }
    }

    [TestMethod]
    public void The_programs_of_the_reference_stand_in_the_layout_of_the_language()
    {
        var programs = ReferencePrograms.All();

        Assert.IsGreaterThan(4, programs.Count);
        foreach (var program in programs)
            Assert.AreEqual(program, RuleFormatter.Format(program).Text);
    }

    [TestMethod]
    [DynamicData(nameof(Programs))]
    public void Every_program_of_the_cases_stays_the_program_that_it_was(string text) => Formatted.Of(text);

    [TestMethod]
    [DynamicData(nameof(Programs))]
    public void What_is_found_in_a_program_is_found_in_the_formatted_one(string text)
    {
        static string[] Found(string text) => [.. RuleProgram.Check(text, Vocabulary.Standard).Diagnostics
            .Select(found => found.Code).Order(StringComparer.Ordinal)];

        CollectionAssert.AreEqual(Found(text), Found(RuleFormatter.Format(text).Text));
    }

    [TestMethod]
    public void A_text_that_cannot_be_read_is_given_back_with_what_is_wrong()
    {
        var text = "language 1\nprogram \"x\" in USD\nrole   ISV,\n";

        var result = RuleFormatter.Format(text);

        Assert.AreSame(text, result.Text);
        Assert.IsFalse(result.Changed || result.Succeeded);
        Assert.AreEqual("RUL0101", result.Diagnostics.Single().Code);
    }

    [TestMethod]
    public void The_line_ends_of_Windows_stay_where_all_lines_have_them()
    {
        var text = Sample.Text.Replace("\n", "\r\n", StringComparison.Ordinal);

        Assert.AreEqual(text, RuleFormatter.Format(text).Text);
        Assert.AreEqual(Sample.Text, RuleFormatter.Format(text.Remove(text.IndexOf('\r', StringComparison.Ordinal), 1)).Text);
    }

    [TestMethod]
    public void A_byte_order_mark_stays() => Assert.AreEqual('\uFEFF' + Sample.Text, RuleFormatter.Format('\uFEFF' + Sample.Text).Text);

    [TestMethod]
    public void The_last_line_gets_an_end() => Assert.AreEqual(Sample.Text, RuleFormatter.Format(Sample.Text.TrimEnd()).Text);

    [TestMethod]
    public void A_role_that_is_called_like_a_rule_is_a_share_on_its_own_line_too() =>
        Assert.IsTrue(Formatted.Of("language 1 program \"x\" in USD role ISV, tier credit \"A\" for deals shares ISV 50% tier 50%").Succeeded);

    [TestMethod]
    public void A_text_that_its_layout_would_make_too_long_is_given_back()
    {
        // The last comments are indented like the shares that they follow: three more blanks each.
        var rules = string.Concat(Enumerable.Range(0, 499).Select(i => $"role A{i}\n" + string.Concat(Enumerable.Repeat("#\n", 900))));
        var text = "language 1 program \"x\" in USD\n" + rules + "credit \"c\" shares A 100%" + string.Concat(Enumerable.Repeat("\n #", 45_000));

        Assert.IsTrue(text.Length < 1_048_576);
        Assert.AreEqual("RUL0001", RuleFormatter.Format(text).Diagnostics.Single().Code);
    }
}
