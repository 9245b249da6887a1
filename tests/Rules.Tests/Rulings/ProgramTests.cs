using System;
using System.Collections.Generic;
using System.Linq;
using System.Threading.Tasks;
using Microsoft.VisualStudio.TestTools.UnitTesting;
using static CrmAddon.Rules.Tests.Rulings.Cases;

namespace CrmAddon.Rules.Tests.Rulings;

[TestClass]
public sealed class ProgramTests
{
    [TestMethod]
    public void The_sample_says_what_it_is()
    {
        var program = Sample.Program;

        Assert.AreEqual(("Cloud Infrastructure", "USD", 2, true),
            (program.Name, program.Currency, program.MinorDigits, program.HasPartnerCaps));
        CollectionAssert.AreEqual(new[] { "ISV", "Reseller", "SI", "MSP", "Referral" }, program.Roles.ToArray());
        var terms = program.Registration!;
        Assert.AreEqual(("Resellers", 90, 30, 1, true),
            (terms.Name, terms.ProtectDays, terms.ExtendDays, terms.MaxExtensions, terms.ConflictOnAnySameProduct));
    }

    [TestMethod]
    public void Line_ends_change_nothing()
    {
        var windows = RuleProgram.Check(Sample.Text.Replace("\n", "\r\n", StringComparison.Ordinal), Vocabulary.Standard).Program!;

        Assert.AreEqual(Sample.Program.Hash, windows.Hash);
        Assert.AreEqual(64, windows.Hash.Length);
    }

    [TestMethod]
    public void A_byte_order_mark_at_the_start_is_no_error() =>
        Assert.IsTrue(RuleProgram.Check("\uFEFF" + Sample.Text, Vocabulary.Standard).Succeeded);

    [TestMethod]
    public void An_environment_can_have_more_fields()
    {
        var vocabulary = Vocabulary.Standard.With(new FieldDefinition
        {
            Path = "deal.segment", Type = FieldType.Choice, Choices = ["small", "large"], Table = "opportunity", Column = "new_segment",
        });
        const string Text = "language 1 program \"x\" in USD role ISV credit \"c\" for deals when deal.segment is known and deal.segment is large shares ISV 100%";

        Assert.AreEqual("RUL0201", RuleProgram.Check(Text, Vocabulary.Standard).Diagnostics[0].Code);
        var program = RuleProgram.Check(Text, vocabulary).Program!;
        var deal = new DealCase
        {
            Key = "d", Amount = 1, BusinessDate = new DateTime(2026, 1, 1), Participants = [Partner("a", "ISV")],
            Fields = new Dictionary<string, FieldValue> { ["deal.segment"] = FieldValue.OfChoice("large") },
        };
        Assert.AreEqual(CreditOutcome.Credited, program.Judge(deal).Credit.Outcome);
    }

    [TestMethod]
    public void A_field_that_is_never_missing_says_what_empty_means() =>
        Assert.ThrowsExactly<ArgumentException>(() => Vocabulary.Standard.With(
            new FieldDefinition { Path = "deal.x", Type = FieldType.Number, MayBeMissing = false }));

    [TestMethod]
    public void An_amount_beyond_any_deal_is_refused() =>
        Assert.ThrowsExactly<ArgumentOutOfRangeException>(() => Deal(DealCase.LargestAmount * 10));

    [TestMethod]
    public void Many_threads_judge_by_one_program()
    {
        var deal = Deal(50_000.01m, Partner("a", "ISV"), Partner("b", "Reseller"), Partner("c", "SI"), Partner("d", "MSP"));
        var expected = string.Join('|', Explanation.Render(Sample.Program.Judge(deal).Derivation));

        Parallel.For(0, 200, _ => Assert.AreEqual(expected, string.Join('|', Explanation.Render(Sample.Program.Judge(deal).Derivation))));
    }

    [TestMethod]
    public void A_value_of_another_type_than_the_field_decides_nothing_and_throws_nothing()
    {
        var program = Program(
            "credit \"c\" for deals when deal.motion is resale or customer.employees is known and customer.employees > 5 shares ISV 100%");
        var deal = new DealCase
        {
            Key = "d", Amount = 1, BusinessDate = new DateTime(2026, 1, 1),
            Fields = new Dictionary<string, FieldValue>
            {
                ["deal.motion"] = FieldValue.OfNumber(5), ["customer.employees"] = FieldValue.OfText("many"),
            },
        };

        Assert.AreEqual(CreditOutcome.House, program.Judge(deal).Credit.Outcome);
    }
}
