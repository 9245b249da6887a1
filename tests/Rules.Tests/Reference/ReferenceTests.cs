using System;
using System.Collections.Generic;
using System.Linq;
using System.Text.RegularExpressions;
using CrmAddon.Rules.Syntax;
using CrmAddon.Rules.Tests.Language;
using Microsoft.VisualStudio.TestTools.UnitTesting;

namespace CrmAddon.Rules.Tests.Reference;

[TestClass]
public sealed partial class ReferenceTests
{
    // These take texts too large for a case; HostileTextTests has them.
    private static readonly string[] Floods = ["RUL0001", "RUL0010", "RUL0106", "RUL0110", "RUL0603"];

    // These are found in several texts; ProgramVersionTests has them.
    private static readonly string[] Versions = ["RUL0610", "RUL0611", "RUL0612"];

    public static IEnumerable<TestDataRow<int>> Programs => Enumerable.Range(0, Pages.Programs.Count)
        .Select(i => new TestDataRow<int>(i) { DisplayName = $"{i}: {(Pages.Programs[i].Codes is { Length: > 0 } codes ? codes : "nothing")}" });

    public static IEnumerable<object[]> Pieces => Enumerable.Range(0, Pages.Growing.Count).Select(i => new object[] { i });

    [TestMethod]
    public void Every_code_that_can_be_found_has_a_section()
    {
        Assert.AreEqual(string.Join(", ", FindableCodes.All()), string.Join(", ", Pages.Codes));
    }

    [TestMethod]
    public void Every_section_shows_a_program_that_has_the_finding_and_one_that_has_not()
    {
        var shown = Pages.Programs.SelectMany(program => program.Codes.Split(' ')).ToHashSet();

        Assert.AreEqual("", string.Join(", ", Pages.Codes.Except(Versions).Where(code => !shown.Contains(code))));
        Assert.AreEqual(Pages.Codes.Count - Versions.Length, Pages.Programs.Count(program => program.Codes.Length == 0));
    }

    [TestMethod]
    [DynamicData(nameof(Programs))]
    public void What_is_found_in_a_program_is_what_the_page_says(int number)
    {
        var shown = Pages.Programs[number];
        var found = RuleProgram.Check(shown.Text, Vocabulary.Standard).Diagnostics;

        Assert.AreEqual(shown.Codes, string.Join(' ', found.Select(one => one.Code).Distinct()), shown.Text);
        if (shown.Drawing is { } drawing)
            Assert.AreEqual(drawing, string.Concat(found.Select(one => one.Render(shown.Text, "my.rules"))));
    }

    [TestMethod]
    [DynamicData(nameof(Pieces))]
    public void The_program_of_the_introduction_is_right_with_every_piece(int number)
    {
        var text = Pages.Growing[number];

        Assert.AreEqual("", string.Concat(RuleProgram.Check(text, Vocabulary.Standard).Diagnostics.Select(one => one.Render(text, "it"))));
        Assert.AreEqual(text, RuleFormatter.Format(text).Text);
    }

    [TestMethod]
    public void Every_code_has_a_case()
    {
        var found = LanguageCase.All().SelectMany(one => Code().Matches(one.Finds)).Select(code => code.Value).ToHashSet();

        Assert.AreEqual("", string.Join(", ", Pages.Codes.Except(Floods).Except(Versions).Where(code => !found.Contains(code))));
    }

    [TestMethod]
    public void Every_code_that_the_page_of_the_language_names_has_a_section() =>
        Assert.AreEqual("", string.Join(", ", Code().Matches(Pages.Language).Select(code => code.Value).Except(Pages.Codes)));

    [TestMethod]
    public void Every_field_of_the_vocabulary_stands_in_the_reference() =>
        Assert.AreEqual("", string.Join(", ", Vocabulary.Standard.Fields.Select(field => field.Path).Where(path =>
            !Pages.Language.Contains('`' + path + '`', StringComparison.Ordinal)
            && !Pages.Language.Contains("`." + path.Split('.')[1] + '`', StringComparison.Ordinal))));

    [TestMethod]
    public void Every_word_of_the_language_stands_in_the_grammar() =>
        Assert.AreEqual("", string.Join(", ", ReservedWords.All.Except(ReservedWords.Subjects).Where(word =>
            !Pages.Grammar.Contains('"' + word + '"', StringComparison.Ordinal))));

    [GeneratedRegex(@"RUL\d{4}")]
    private static partial Regex Code();
}
