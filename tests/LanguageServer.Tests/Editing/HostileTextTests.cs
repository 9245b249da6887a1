using System;
using System.Collections.Generic;
using System.Linq;
using System.Threading;
using CrmAddon.Rules.Editing;
using Microsoft.VisualStudio.TestTools.UnitTesting;

namespace CrmAddon.Rules.LanguageServer.Tests.Editing;

/// <summary>Texts that nobody writes are answered too, on a small stack.</summary>
[TestClass]
public sealed class HostileTextTests
{
    private static readonly Dictionary<string, string> Texts = new()
    {
        ["nothing"] = "",
        ["a byte order mark"] = "\uFEFFlanguage 1",
        ["half a face"] = "credit \"\uD83D\" for \uDE00",
        ["controls"] = "credit \"a\u202Eb\" \u0000\u0007 for deals",
        ["parentheses"] = EditingCase.Header + "churn when " + new string('(', 50_000),
        ["a chain"] = EditingCase.Header + "churn when usage > 1" + string.Concat(Enumerable.Repeat(" + 1", 25_000)),
        ["a long field"] = EditingCase.Header + "churn when deal" + string.Concat(Enumerable.Repeat(".a", 50_000)),
        ["a long name"] = EditingCase.Header + "credit \"" + new string('x', 900_000) + "\" for deals exception to ",
        ["a long word"] = new string('x', 900_000),
        ["clauses that can't be read"] = EditingCase.Header + "credit \"x\"\n" + string.Concat(Enumerable.Repeat("for for\n", 15_000)),
        ["rules that can't be read"] = EditingCase.Header + string.Concat(Enumerable.Repeat("credit \"x\" for for\n", 10_000)),
        ["rules"] = EditingCase.Header + string.Concat(Enumerable.Range(0, 480).Select(i => $"credit \"r{i}\" for deals shares ISV 100% exception to \"r0\"\n")),
        ["facts"] = EditingCase.Header + "example \"x\" given deal with " + string.Join(" and ", Enumerable.Repeat("sourcing_partner Nimbus", 8_000)),
        ["partners"] = EditingCase.Header + "example \"x\" given deal with " + string.Join(" and ", Enumerable.Repeat("Nimbus as ISV", 8_000)),
        ["lines"] = new string('\n', 250_000),
        ["comments"] = string.Concat(Enumerable.Repeat("#\n", 100_000)),
        ["more than is read"] = new string(' ', 2_000_000) + "credit",
    };

    public static IEnumerable<object[]> Names => Texts.Keys.Select(name => new object[] { name });

    [TestMethod]
    [DynamicData(nameof(Names))]
    public void A_hostile_text_is_answered(string name)
    {
        Exception? failure = null;
        var asking = new Thread(
            () =>
            {
                try
                {
                    AskAll(new RulesDocument(Texts[name], Vocabulary.Standard));
                }
                catch (Exception wrong)
                {
                    failure = wrong;
                }
            },
            256 * 1024);
        asking.Start();
        asking.Join();
        Assert.IsNull(failure, failure?.ToString());
    }

    private static void AskAll(RulesDocument document)
    {
        foreach (var offset in new[] { 0, EditingCase.Header.Length + 14, document.Text.Length / 2, document.Text.Length, document.Text.Length + 5, -1 })
        {
            document.Complete(offset);
            document.Hover(offset);
            document.References(offset);
            document.Rename(offset, "other");
        }
        document.Symbols();
        document.Folds();
        document.Tokens();
        document.Format();
        document.Fixes(0, document.Text.Length);
    }
}
