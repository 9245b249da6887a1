using System.Linq;
using CrmAddon.Rules.Tests.Generated;
using CsCheck;
using Microsoft.VisualStudio.TestTools.UnitTesting;

namespace CrmAddon.Rules.Tests.Proposing;

[TestClass]
public sealed class ExampleProposalsTests
{
    private const string Program =
        """
        language 1
        program "Cloud" in USD
        role Reseller, MSP

        credit "Split" for deals and usage
          shares Reseller 60% MSP 40%

        credit "Resale" exception to "Split" for deals
          when deal.motion is resale
          shares Reseller 100%

        commission "Share" for MSP
          every month on credited usage
          while usage > 100
          graduated
            above 0        5%
            above 10,000  10%

        """;

    [TestMethod]
    public void What_no_example_reaches_is_proposed() => Assert.AreEqual(
        """
        example "Resale goes before Split"
          given won deal on 2026-01-01 with amount 10,000 and motion resale and Nimbus as Reseller
          expect credit Nimbus 10,000
        example "Resale does not apply"
          given won deal on 2026-01-01 with amount 10,000 and motion direct and Nimbus as Reseller
          expect credit Nimbus 6,000, house 4,000
        example "Share above 0"
          given month 2026-01 and customer with usage 10,000 and Relay as MSP
          expect commission Relay 200
        example "Share above 10,000"
          given month 2026-01 and customer with usage 30,001 and Relay as MSP
          expect commission Relay 700.04
        example "Share earns nothing"
          given month 2026-01 and customer with usage 100 and Relay as MSP
          expect no commission

        """,
        Proposed(Program));

    [TestMethod]
    public void What_is_proposed_holds_and_leaves_nothing_to_propose()
    {
        foreach (var text in new[] { Program, Sample.Text })
        {
            var whole = text + Proposed(text);

            Assert.IsTrue(RuleProgram.Check(whole, Vocabulary.Standard).Succeeded, Sample.Rendered(RuleProgram.Check(whole, Vocabulary.Standard), whole));
            Assert.AreEqual("", Proposed(whole));
        }
    }

    [TestMethod]
    public void What_is_proposed_for_any_program_holds() => GeneratedProgram.Publishable.Sample((program, _) =>
        Assert.IsTrue(RuleProgram.Check(program.Text + Proposed(program.Text), Vocabulary.Standard).Succeeded, program.Text), iter: 20);

    [TestMethod]
    public void A_text_with_errors_has_no_proposals() => Assert.AreEqual("", Proposed("language 1"));

    private static string Proposed(string text) =>
        string.Concat(ExampleProposals.Of(RuleProgram.Check(text, Vocabulary.Standard)).Select(one => one.Text));
}
