using System;
using System.Collections.Generic;
using System.Linq;
using CrmAddon.Rules.Checking;
using CrmAddon.Rules.Tests.Generated;
using CrmAddon.Rules.Tests.Language;
using CsCheck;
using Microsoft.VisualStudio.TestTools.UnitTesting;

namespace CrmAddon.Rules.Tests.Checking;

/// <summary>A case that a finding shows can be pasted into an example, and it does what the finding says.</summary>
[TestClass]
public sealed class WitnessTests
{
    [TestMethod]
    public void What_a_finding_of_any_text_case_shows_is_true()
    {
        var shown = LanguageCase.All().Sum(one => Confirm(one.Program));

        Assert.IsTrue(shown > 30, $"only {shown} cases were shown");
    }

    [TestMethod]
    public void What_a_finding_of_a_generated_program_shows_is_true() =>
        GeneratedProgram.Any.Sample(program => { Confirm(program.Text); }, iter: 150);

    [TestMethod]
    public void A_program_without_that_finding_never_holds_a_case_for_a_person() =>
        Gen.Select(GeneratedProgram.Publishable, CaseWriter.Rows).Sample((program, row) =>
        {
            if (RuleProgram.Check(program.Program.Text, Vocabulary.Standard).Diagnostics.Any(found => found.Code == "RUL0406"))
                return;
            var writer = new CaseWriter(row, program.Checked);
            Assert.AreNotEqual(CreditOutcome.Conflict, program.Checked.Judge(writer.Deal()).Credit.Outcome);
            Assert.AreNotEqual(CreditOutcome.Conflict, program.Checked.Judge(writer.Usage()).Credit.Outcome);
        }, iter: 150);

    private static int Confirm(string text)
    {
        var shown = RuleProgram.Check(text, Vocabulary.Standard).Diagnostics.Where(found => found.Given is not null).ToArray();
        if (shown.Length == 0)
            return 0;
        var program = new RuleProgram(ProgramChecker.Bind(text, Vocabulary.Standard)!);
        foreach (var found in shown)
        {
            var (credit, earnings) = Judge(program, found.Given!);
            switch (found.Code)
            {
                case "RUL0405":
                    Assert.AreEqual(CreditOutcome.Conflict, credit.Outcome, text + found);
                    break;
                case "RUL0414" or "RUL0415" when found.Message.StartsWith("no credit", StringComparison.Ordinal):
                    Assert.AreEqual(CreditOutcome.House, credit.Outcome, text + found);
                    break;
                default:
                    Assert.IsTrue(found.Message.StartsWith("no commission of ", StringComparison.Ordinal), text + found);
                    break;
            }
            Assert.IsNotNull(earnings);
        }
        return shown.Length;
    }

    private static (CreditResult Credit, IReadOnlyList<Earning> Earnings) Judge(RuleProgram program, string given) =>
        GivenCase.Rulings(program, given).Last(ruling => ruling is DealRuling or UsageRuling) switch
        {
            DealRuling deal => (deal.Credit, deal.Earnings),
            UsageRuling usage => (usage.Credit, usage.Earnings),
            _ => throw new InvalidOperationException("A case is a deal or usage."),
        };
}
