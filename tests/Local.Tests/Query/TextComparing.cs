using System;
using System.Linq;
using System.Text;
using CrmAddon.Local.Query.Text;
using CsCheck;
using Microsoft.VisualStudio.TestTools.UnitTesting;

namespace CrmAddon.Local.Tests.Query;

[TestClass]
public sealed class TextComparing
{
    private static readonly Gen<string> Texts = Gen.OneOf(
        Gen.String[Gen.Char["aAbBäÄÁé ßsS_-09'\u0301æAE"], 0, 8],
        Gen.String[Gen.Char, 0, 6].Where(t => t.EnumerateRunes().All(r => r != Rune.ReplacementChar)));

    [TestMethod]
    [DataRow("abc", "ABC", 0)]
    [DataRow("abc", "abc  ", 0)]
    [DataRow("resume", "résumé", 0)]
    [DataRow("re\u0301sume\u0301", "résumé", 0)]
    [DataRow("STRASSE", "straße", 0)]
    [DataRow("æther", "AETHER", 0)]
    [DataRow("Ωμέγα", "ωμεγα", 0)]
    [DataRow("a", "b", -1)]
    [DataRow("a", "aa", -1)]
    [DataRow("", "a", -1)]
    [DataRow("_", "0", -1)]
    [DataRow("9", "a", -1)]
    [DataRow("z", "я", -1)]
    public void Text_compares_without_case_and_accents(string one, string other, int expected)
    {
        Assert.AreEqual(expected, Math.Sign(Compare(one, other)));
        Assert.AreEqual(-expected, Math.Sign(Compare(other, one)));
    }

    [TestMethod]
    public void It_is_an_order() => Gen.Select(Texts, Texts, Texts).Sample(
        (a, b, c) =>
        {
            Assert.AreEqual(0, Compare(a, a));
            Assert.AreEqual(Math.Sign(Compare(a, b)), -Math.Sign(Compare(b, a)));
            Assert.IsFalse(Compare(a, b) <= 0 && Compare(b, c) <= 0 && Compare(a, c) > 0, $"{a} <= {b} <= {c}");
        },
        iter: 20_000);

    [TestMethod]
    public void A_text_is_like_itself_and_begins_with_its_beginning() => Gen.Select(Texts, Texts).Sample(
        (a, b) =>
        {
            var literal = string.Concat(a.Select(c => c is '[' or '%' or '_' ? $"[{c}]" : c.ToString()));
            Assert.IsTrue(Like(a, literal), a);
            Assert.IsTrue(Like(a + b, literal + "%"), a);
            Assert.IsTrue(Like(b + a, "%" + literal), a);
        },
        iter: 20_000);

    [TestMethod]
    [DataRow("abc", "a%c", true)]
    [DataRow("ac", "a%c", true)]
    [DataRow("abcb", "a%c", false)]
    [DataRow("aXbXc", "a%x%c", true)]
    [DataRow("abc", "___", true)]
    [DataRow("abc", "__", false)]
    [DataRow("b", "[a-c]", true)]
    [DataRow("d", "[a-c]", false)]
    [DataRow("d", "[^a-c]", true)]
    [DataRow("-", "[a-]", true)]
    [DataRow("^", "[a^]", true)]
    [DataRow("%", "[%]", true)]
    [DataRow("a[", "a[", true)]
    [DataRow("", "%", true)]
    [DataRow("", "_", false)]
    [DataRow("aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaab", "%a%a%a%a%a%a%a%a%a%c", false)]
    public void Patterns_are_those_of_SQL_Server(string text, string pattern, bool expected) => Assert.AreEqual(expected, Like(text, pattern));

    private static int Compare(string one, string other) => TextCollation.Compare(Encoding.UTF8.GetBytes(one), Encoding.UTF8.GetBytes(other));

    private static bool Like(string text, string pattern)
    {
        var weights = new ushort[text.Length * 2];
        return LikePattern.Parse(pattern).Matches(weights.AsSpan(0, TextWeights.Write(text, weights)));
    }
}
