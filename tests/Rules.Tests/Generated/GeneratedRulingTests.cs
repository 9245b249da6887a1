using System;
using System.Linq;
using CsCheck;
using Microsoft.VisualStudio.TestTools.UnitTesting;

namespace CrmAddon.Rules.Tests.Generated;

/// <summary>What holds of every program that can be published, on every case of its vocabulary; CsCheck_Iter asks for more of both.</summary>
[TestClass]
public sealed class GeneratedRulingTests
{
    private static readonly Gen<Choices[]> Cases = CaseWriter.Rows.Array[3];

    [TestMethod]
    public void A_program_that_can_be_published_judges_and_explains_every_case() =>
        Gen.Select(GeneratedProgram.Publishable, Cases).Sample(
            (program, cases) =>
            {
                foreach (var choices in cases)
                {
                    foreach (var ruling in Rulings(program.Checked, new CaseWriter(choices, program.Checked)))
                    {
                        Assert.IsTrue(Explanation.Render(ruling.Derivation).Count > 0);
                        Assert.IsFalse(Explanation.Render(ruling.Derivation).Concat(Explanation.WhyNot(ruling))
                            .Any(line => string.IsNullOrWhiteSpace(line)));
                    }
                }
            });

    [TestMethod]
    public void The_order_of_the_rules_changes_no_ruling() =>
        Gen.Select(GeneratedProgram.Publishable, Choices.Up(100), Cases).Sample(
            (program, order, cases) =>
            {
                var other = Check(program.Program.InOrder(order).Text);
                foreach (var choices in cases)
                    AssertSame(program.Checked, other, choices, withReasons: true);
            });

    [TestMethod]
    public void A_formatted_program_gives_the_same_rulings() =>
        Gen.Select(GeneratedProgram.Publishable, Choices.Up(1000), Cases).Sample(
            (program, layout, cases) =>
            {
                var other = Check(RuleFormatter.Format(RandomLayout.Of(program.Program.Text, layout, comments: true)).Text);
                foreach (var choices in cases)
                    AssertSame(program.Checked, other, choices, withReasons: false);
            });

    private static Ruling[] Rulings(RuleProgram program, CaseWriter cases) =>
    [
        program.Judge(cases.Deal()),
        program.Judge(cases.Usage()),
        program.Judge(cases.Partner()),
        program.Judge(cases.Clawback()),
        program.Judge(cases.Tier()),
        .. program.Bound.Commissions.Select(rule => program.ApplyLimits(rule.Name, new Month(2026, 3), cases.Entries())),
    ];

    // The cases hang on the fields that are read, whose places hang on the order of the rules: they are made by one program alone.
    private static void AssertSame(RuleProgram one, RuleProgram other, Choices choices, bool withReasons)
    {
        var writer = new CaseWriter(choices, one);
        var (deal, usage) = (writer.Deal(), writer.Usage());
        Assert.AreEqual(RulingText.Of(one.Judge(deal), withReasons), RulingText.Of(other.Judge(deal), withReasons));
        Assert.AreEqual(RulingText.Of(one.Judge(usage), withReasons), RulingText.Of(other.Judge(usage), withReasons));
    }

    private static RuleProgram Check(string text)
    {
        var result = RuleProgram.Check(text, Vocabulary.Standard);
        return result.Program
            ?? throw new InvalidOperationException(text + string.Concat(result.Diagnostics.Select(found => found.Render(text, "generated"))));
    }
}
