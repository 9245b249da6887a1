using System.Collections.Generic;
using System.Globalization;
using System.Linq;
using CsCheck;
using Microsoft.VisualStudio.TestTools.UnitTesting;

namespace CrmAddon.Rules.Tests.Robustness;

/// <summary>The search for conflicts against a search through all values that a small world has.</summary>
[TestClass]
public sealed class ConflictSearchTests
{
    private static readonly string[] Motions = ["direct", "co_sell", "resale", "managed_service"];
    private static readonly string[] Sources = ["direct", "marketing", "referral", "partner", "marketplace"];

    private static readonly Gen<Window> Windows = Gen.Select(
        Gen.Int[1, 14], Gen.Int[1, 30], Gen.Int[0, 5], Gen.Int[0, 5], Gen.Int[0, 2],
        (motions, sources, from, width, country) => new Window(motions, sources, from, from + width, country));

    [TestMethod]
    public void A_conflict_is_found_exactly_where_two_rules_meet() => Gen.Select(Windows, Windows).Sample((one, other) =>
    {
        var found = Check(Rule("One", one, "ISV") + Rule("Other", other, "MSP"));

        Assert.AreEqual(one.Meets(other), found.Contains("RUL0405"), $"{one}\n{other}");
        Assert.IsFalse(found.Contains("RUL0407") || found.Contains("RUL0406"));
    });

    [TestMethod]
    public void An_exception_to_both_settles_a_conflict_where_it_covers_all_of_it() => Gen.Select(Windows, Windows).Sample((one, other) =>
    {
        var found = Check(
            Rule("One", one, "ISV") + Rule("Other", other, "MSP")
            + "credit \"Settled\" exception to \"One\", \"Other\" for deals when deal.amount >= 0 shares SI 100%\n");

        // The exception covers amounts from zero on, which the windows never leave: neither of the two is ever left.
        Assert.IsFalse(found.Contains("RUL0405"));
        Assert.AreEqual(2, found.Count(code => code == "RUL0407"), "the two rules are always excepted");
    });

    [TestMethod]
    public void A_dead_exception_is_found_exactly_where_two_rules_never_meet() => Gen.Select(Windows, Windows).Sample((one, other) =>
    {
        var found = Check(Rule("One", one, "ISV") + Rule("Other\" exception to \"One", other, "MSP"));

        Assert.AreEqual(!one.Meets(other), found.Contains("RUL0404"), $"{one}\n{other}");
    });

    private static List<string> Check(string rules) =>
        [.. RuleProgram.Check("language 1 program \"x\" in USD role ISV, SI, MSP\n" + rules, Vocabulary.Standard)
            .Diagnostics.Select(found => found.Code)];

    private static string Rule(string name, Window window, string role) =>
        $"credit \"{name}\" for deals when {window.Condition} shares {role} 100%\n";

    /// <summary>Some motions, some sources, amounts from one bound to another (both inside), and what the country may be.</summary>
    private sealed record Window(int MotionBits, int SourceBits, int From, int To, int Country)
    {
        public string Condition =>
            $"deal.motion is one of {Named(Motions, MotionBits)} and deal.source is not one of {Named(Sources, ~SourceBits & 31)} "
            + $"and deal.amount >= {Text(From)} and not deal.amount > {Text(To)}"
            + Country switch
            {
                0 => "",
                1 => " and customer.country is missing",
                _ => " and customer.country is known and customer.country is \"DE\"",
            };

        public bool Meets(Window other) =>
            (MotionBits & other.MotionBits) != 0 && (SourceBits & other.SourceBits) != 0 && From <= other.To && other.From <= To
            && (Country == 0 || other.Country == 0 || Country == other.Country);

        private static string Named(string[] names, int bits) => string.Join(", ", names.Where((_, i) => (bits & (1 << i)) != 0));

        private static string Text(int number) => number.ToString(CultureInfo.InvariantCulture);
    }
}
