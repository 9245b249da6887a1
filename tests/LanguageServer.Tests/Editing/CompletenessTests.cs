using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using System.Text.RegularExpressions;
using CrmAddon.Rules.Editing;
using CrmAddon.Rules.Syntax;
using Microsoft.VisualStudio.TestTools.UnitTesting;

namespace CrmAddon.Rules.LanguageServer.Tests.Editing;

/// <summary>What the editor services know of the language is all of it, so that a new word or field can't be forgotten here.</summary>
[TestClass]
public sealed class CompletenessTests
{
    public static IEnumerable<object[]> Kinds => ReservedWords.Kinds.Select(kind => new object[] { kind });

    [TestMethod]
    public void Every_word_of_the_language_has_a_meaning()
    {
        var without = ReservedWords.All.Where(word => KeywordMeanings.Of("", word) is null);
        Assert.AreEqual("", string.Join(", ", without));
    }

    [TestMethod]
    [DynamicData(nameof(Kinds))]
    public void Every_clause_of_a_rule_has_a_meaning_and_is_offered(string kind)
    {
        if (RuleHead.Of(kind) is not { } head)
            return;
        var words = Probe.After(head.Tokens, isPiece: true).SelectMany(offer => OfferedWords.Of(offer.Noun!)).Distinct().ToArray();
        Assert.AreNotEqual(0, words.Length);
        foreach (var word in words.Where(word => word != ","))
            Assert.IsNotNull(KeywordMeanings.Of(kind, word), $"{kind} {word}");
    }

    [TestMethod]
    public void Every_field_of_the_standard_vocabulary_has_a_meaning()
    {
        var without = Vocabulary.Standard.Fields.Where(field => !FieldMeanings.Knows(field.Path)).Select(field => field.Path);
        Assert.AreEqual("", string.Join(", ", without));
    }

    [TestMethod]
    public void Every_kind_of_rule_has_a_snippet_that_can_be_read()
    {
        foreach (var kind in ReservedWords.Kinds)
            Assert.IsTrue(RuleStarters.Rules.Any(rule => rule.Label.Split(' ')[0] == kind), kind);
        foreach (var rule in RuleStarters.Rules)
        {
            var text = EditingCase.Header + Regex.Replace(rule.Text, @"\$\{\d:([^}]*)\}", "$1");
            var unreadable = RuleProgram.Check(text, Vocabulary.Standard).Diagnostics.Where(found => found.Code.StartsWith("RUL01", StringComparison.Ordinal) || found.Code.StartsWith("RUL00", StringComparison.Ordinal));
            Assert.AreEqual("", string.Join('\n', unreadable.Select(found => found.Render(text, rule.Label))));
        }
    }

    [TestMethod]
    public void Whatever_is_offered_at_the_end_of_a_sample_can_be_read()
    {
        foreach (var (text, name) in Samples())
        {
            var document = new RulesDocument(text, Vocabulary.Standard);
            Assert.IsTrue(document.Complete(text.Length).Count > 5, name);
        }
    }

    [TestMethod]
    public void No_place_of_a_half_written_sample_makes_a_service_fail()
    {
        foreach (var (text, _) in Samples())
        {
            for (var length = 0; length <= text.Length; length += 7)
            {
                var document = new RulesDocument(text[..length], Vocabulary.Standard);
                document.Complete(length);
                document.Hover(length);
                document.Rename(length, "other");
                document.Symbols();
                document.Folds();
                document.Tokens();
            }
        }
    }

    [TestMethod]
    public void Every_place_of_a_sample_can_be_asked()
    {
        foreach (var (text, _) in Samples())
        {
            var document = new RulesDocument(text, Vocabulary.Standard);
            for (var offset = 0; offset <= text.Length; offset += 3)
            {
                foreach (var item in document.Complete(offset))
                    Assert.IsTrue(item.Range.Offset <= offset && offset <= item.Range.Offset + item.Range.Length, item.Label);
                document.Hover(offset);
                document.References(offset);
            }
        }
    }

    [TestMethod]
    public void A_renamed_sample_means_the_same()
    {
        foreach (var (text, name) in Samples())
        {
            var document = new RulesDocument(text, Vocabulary.Standard);
            var before = document.Check;
            foreach (var offset in Enumerable.Range(0, text.Length).Where(offset => document.RenameRange(offset)?.Offset == offset))
            {
                var renamed = document.Rename(offset, "Anothername");
                Assert.IsNull(renamed.Refusal, name);
                var after = RuleProgram.Check(EditingAnswers.Apply(document, renamed.Edits), Vocabulary.Standard);
                Assert.AreEqual(before.Diagnostics.Count, after.Diagnostics.Count, name + " at " + offset);
                Assert.AreEqual(before.Succeeded, after.Succeeded, name);
            }
        }
    }

    private static IEnumerable<(string Text, string Name)> Samples() =>
        Directory.EnumerateFiles(Path.Combine(AppContext.BaseDirectory, "Samples"), "*.rules").Select(file => (File.ReadAllText(file), Path.GetFileName(file)));
}
