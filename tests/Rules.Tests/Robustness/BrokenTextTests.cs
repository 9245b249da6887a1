using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using CrmAddon.Rules.Diagnostics;
using CrmAddon.Rules.Tests.Formatting;
using CrmAddon.Rules.Tests.Language;
using CrmAddon.Rules.Text;
using CsCheck;
using Microsoft.VisualStudio.TestTools.UnitTesting;

namespace CrmAddon.Rules.Tests.Robustness;

/// <summary>Texts as they are while somebody writes them, or after somebody has broken them.</summary>
[TestClass]
public sealed class BrokenTextTests
{
    private static readonly string[] Pieces = ["(", "\"", " and ", "not ", "%", "5", "credit \"", "is ", ", ", ".", "\u202e", "#", "\n"];

    public static IEnumerable<TestDataRow<string>> Samples =>
        Directory.EnumerateFiles(Path.Combine(LanguageCase.Folder, "Programs"), "*.rules").Order(StringComparer.Ordinal)
            .Select(file => new TestDataRow<string>(File.ReadAllText(file)) { DisplayName = Path.GetFileName(file) })
            .Concat(ReferencePrograms.All().Select((text, i) => new TestDataRow<string>(text) { DisplayName = "program of the reference " + i }));

    [TestMethod]
    [DynamicData(nameof(Samples))]
    public void Every_beginning_of_a_sample_is_checked_and_formatted(string sample) => SmallStack.Run(() =>
    {
        for (var length = 0; length < sample.Length; length++)
        {
            var text = sample[..length];
            var result = RuleProgram.Check(text, Vocabulary.Standard);
            foreach (var found in result.Diagnostics)
                Assert.IsTrue(found.Render(text, "sample").Length > 0);
            Assert.AreEqual(result.Succeeded, result.Diagnostics.All(found => found.Severity == DiagnosticSeverity.Warning),
                text[^Math.Min(30, length)..]);
            Formatted.Of(text);
        }
        return true;
    });

    [TestMethod]
    public void Every_beginning_of_a_case_that_ends_with_a_token_is_formatted() => SmallStack.Run(() =>
    {
        foreach (var text in LanguageCase.All().Select(one => one.Program).Where(text => text.Length < 2000))
        {
            foreach (var token in Lexer.Read(text, new DiagnosticBag()))
                Formatted.Of(text[..(token.Range.Offset + token.Range.Length)]);
        }
        return true;
    });

    [TestMethod]
    public void A_sample_with_anything_left_out_or_put_in_is_answered() =>
        Gen.Select(Gen.Int[0, Sample.Text.Length - 1], Gen.Int[0, 40],
            Gen.OneOf(Gen.String, Gen.Int[0, Pieces.Length - 1].Select(piece => Pieces[piece])))
            .Sample((start, length, put) =>
            {
                var text = Sample.Text[..start] + put + Sample.Text[Math.Min(Sample.Text.Length, start + length)..];
                var result = RuleProgram.Check(text, Vocabulary.Standard);
                Formatted.Of(text);
                return result.Diagnostics.All(found =>
                    found.Range.Offset >= 0 && found.Range.Offset + found.Range.Length <= text.Length
                        && found.Render(text, "s").Length > 0);
            });
}
