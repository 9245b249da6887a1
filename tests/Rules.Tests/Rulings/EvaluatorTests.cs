using System;
using System.Collections.Generic;
using System.Globalization;
using System.Linq;
using CrmAddon.Rules.Tests.Oracle;
using CsCheck;
using Microsoft.VisualStudio.TestTools.UnitTesting;

namespace CrmAddon.Rules.Tests.Rulings;

[TestClass]
public sealed class EvaluatorTests
{
    private static readonly Month March = new(2026, 3);

    [TestMethod]
    public void An_evaluator_comes_to_what_a_ruling_says_of_deals() => ForEach((program, world) =>
    {
        var evaluator = program.NewEvaluator();
        foreach (var deal in world.Deals.Select(deal => EngineCases.Deal(world, deal with { Own = null })))
        {
            var ruling = program.Judge(deal);
            Fill(evaluator, deal);
            evaluator.Judge();
            Assert.AreEqual(Told(ruling.Credit, ruling.Earnings), Told(evaluator));
            Assert.AreEqual(Data(ruling.Derivation.Children), Data(evaluator.Derivation()));
        }
    });

    [TestMethod]
    public void An_evaluator_comes_to_what_a_ruling_says_of_months() => ForEach((program, world) =>
    {
        var evaluator = program.NewEvaluator();
        foreach (var usage in world.Customers.Select(customer => EngineCases.Month(world, customer, world.First, [])))
        {
            var ruling = program.Judge(usage);
            Fill(evaluator, usage);
            evaluator.JudgeAndNote();
            Assert.AreEqual(Told(ruling.Credit, ruling.Earnings), Told(evaluator));
            Assert.AreEqual(Data(ruling.Derivation.Children), Data(evaluator.Derivation()));
        }
    });

    [TestMethod]
    public void A_registration_protects_and_names_its_partner()
    {
        var evaluator = Sample.Program.NewEvaluator();
        evaluator.BeginDeal(new DateTime(2026, 3, 15, 9, 0, 0), 1_000m, isWon: true);
        evaluator.Set(evaluator.Field("deal.motion"), FieldValue.OfChoice("resale"));
        evaluator.AddPartner("Nimbus", "ISV");
        evaluator.SetRegistration("Relay", "Reseller", new DateTime(2026, 1, 1), new DateTime(2026, 3, 15));
        evaluator.Judge();

        Assert.AreEqual("Registered reseller: Relay Reseller 1000.00; house 0.00; Reseller landing fee Relay Reseller 60.00 (12.00)", Told(evaluator));
    }

    [TestMethod]
    public void A_partner_s_fields_are_its_own()
    {
        var evaluator = Cases.Program(
            "credit \"All\" for deals shares ISV 100% "
            + "commission \"Gold\" for ISV once when the deal is won, on credited amount when partner.tier is gold rate 10%").NewEvaluator();
        var tier = evaluator.Field("partner.tier");
        evaluator.BeginDeal(new DateTime(2026, 3, 15), 200m, isWon: true);
        evaluator.AddPartner("b", "ISV");
        evaluator.SetPartner(tier, FieldValue.OfChoice("gold"));
        evaluator.AddPartner("a", "ISV");
        evaluator.Judge();

        Assert.AreEqual("All: a ISV 100.00; b ISV 100.00; house 0.00; Gold b ISV 10.00 (0)", Told(evaluator));
    }

    [TestMethod]
    public void A_case_that_was_not_judged_has_no_result() =>
        Assert.ThrowsExactly<InvalidOperationException>(() => Sample.Program.NewEvaluator().EarningCount);

    [TestMethod]
    public void A_field_that_the_program_does_not_read_is_left_alone()
    {
        var evaluator = Sample.Program.NewEvaluator();
        var field = evaluator.Field("customer.country");
        evaluator.BeginMonth(March);
        evaluator.Set(field, FieldValue.OfText("DE"));
        evaluator.Judge();

        Assert.IsLessThan(0, field);
        Assert.AreEqual(0m, evaluator.HouseAmount);
    }

    // Each of these once kept some memory for each case. The sample has conditions, growth, churn and steps; then come windows.
    [TestMethod]
    [DataRow("deal")]
    [DataRow("month")]
    [DataRow("thirds")]
    [DataRow("quarter")]
    public void A_case_takes_no_memory_once_the_evaluator_is_warm(string kind)
    {
        var booked = new BookedLine { Rule = "Fee", PartnerKey = "m", Role = "MSP", Measure = 333.123456m, Credited = 166.561728m, Uncapped = 0.17m };
        var evaluator = (kind switch
        {
            "thirds" => Cases.Program("credit \"All\" for usage shares MSP 100% commission \"Fee\" for MSP every month on usage rate 1.7%"),
            "quarter" => Cases.Program("credit \"All\" for usage shares MSP 100% commission \"Fee\" for MSP every quarter on usage graduated above 0 1% above 500 2%"),
            _ => Sample.Program,
        }).NewEvaluator();
        var motion = evaluator.Field("deal.motion");

        void Case()
        {
            if (kind == "deal")
            {
                evaluator.BeginDeal(new DateTime(2026, 3, 15), 50_000m, isWon: true);
                evaluator.Set(motion, FieldValue.OfChoice("co_sell"));
                evaluator.AddPartner("Skyops", "MSP");
                evaluator.AddPartner("Nimbus", "ISV");
                evaluator.AddPartner("Relay", "Reseller");
            }
            else
            {
                evaluator.BeginMonth(March);
                for (var i = 0; i < 6; i++)
                    evaluator.AddUsage(March.AddMonths(-i), 62_000.123456m - (i * 1_000));
                evaluator.AddPartner("m", "MSP");
                evaluator.AddPartner("n", "MSP");
                if (kind == "thirds")
                    evaluator.AddPartner("o", "MSP");
                if (kind == "quarter")
                    evaluator.AddBooked(booked);
            }
            evaluator.JudgeAndNote();
            _ = evaluator.EarningAmount(0) + evaluator.EarningHeld(0) + evaluator.HouseAmount + evaluator.ShareAmount(0);
        }

        for (var i = 0; i < 3; i++)
            Case();
        var before = GC.GetAllocatedBytesForCurrentThread();
        for (var i = 0; i < 100; i++)
            Case();
        Assert.AreEqual(0L, GC.GetAllocatedBytesForCurrentThread() - before);
    }

    private static void Fill(Evaluator evaluator, DealCase deal)
    {
        evaluator.BeginDeal(deal.BusinessDate, deal.Amount, deal.IsWon);
        Fill(evaluator, deal.Fields, deal.Participants);
        foreach (var other in deal.OtherPartners)
        {
            evaluator.AddOtherPartner(other.Key, other.Name);
            SetPartner(evaluator, other.Fields);
        }
        if (deal.Registration is { } claim)
            evaluator.SetRegistration(claim.PartnerKey, claim.Role, claim.ProtectedFrom, claim.ProtectedUntil);
    }

    private static void Fill(Evaluator evaluator, UsageCase usage)
    {
        evaluator.BeginMonth(usage.Month);
        Fill(evaluator, usage.Fields, usage.Participants);
        for (var month = usage.Month; usage.Usage.First <= month; month = month.AddMonths(-1))
            evaluator.AddUsage(month, usage.Usage[month]);
        foreach (var (product, used) in usage.Products)
            evaluator.AddProduct(product, used);
    }

    private static void Fill(Evaluator evaluator, IReadOnlyDictionary<string, FieldValue> fields, IEnumerable<Participant> partners)
    {
        foreach (var (path, value) in fields)
            evaluator.Set(evaluator.Field(path), value);
        foreach (var partner in partners)
        {
            evaluator.AddPartner(partner.PartnerKey, partner.Role, partner.Weight, partner.EngagedOn, partner.PartnerName);
            SetPartner(evaluator, partner.Fields);
        }
    }

    private static void SetPartner(Evaluator evaluator, IReadOnlyDictionary<string, FieldValue> fields)
    {
        foreach (var (path, value) in fields)
            evaluator.SetPartner(evaluator.Field(path), value);
    }

    private static string Told(Evaluator evaluator) => string.Join("; ", Enumerable.Range(0, evaluator.ShareCount)
        .Select(i => $"{evaluator.SharePartner(i)} {evaluator.ShareRole(i)} {Text(evaluator.ShareAmount(i))}")
        .Append("house " + Text(evaluator.HouseAmount))
        .Concat(Enumerable.Range(0, evaluator.EarningCount).Select(i =>
            $"{evaluator.EarningRule(i)} {evaluator.EarningPartner(i)} {evaluator.EarningRole(i)} {Text(evaluator.EarningAmount(i))} ({Text(evaluator.EarningHeld(i))})"))
        .Prepend($"{evaluator.CreditRule}: ")).Replace(": ; ", ": ", StringComparison.Ordinal);

    private static string Told(CreditResult credit, IEnumerable<Earning> earnings) => string.Join("; ", credit.Shares
        .Select(share => $"{share.PartnerKey} {share.Role} {Text(share.Amount)}")
        .Append("house " + Text(credit.HouseAmount))
        .Concat(earnings.Select(one => $"{one.Rule} {one.PartnerKey} {one.Role} {Text(one.Amount)} ({Text(one.Held)})"))
        .Prepend($"{credit.Rule}: ")).Replace(": ; ", ": ", StringComparison.Ordinal);

    private static string Data(IEnumerable<Finding> findings) => string.Join("\n", findings.Select(finding =>
        $"{finding.Kind}({string.Join(", ", finding.Values.Select(value => value.Key + "=" + value.Value))})[{Data(finding.Children)}]"));

    private static string Text(decimal value) => value.ToString(CultureInfo.InvariantCulture);

    private static void ForEach(Action<RuleProgram, World> same) => Gen.Int.Sample(
        seed =>
        {
            var trial = Trial.Of(seed);
            if (RuleProgram.Check(ProgramText.Of(trial.Program), Vocabulary.Standard).Program is { } program)
                same(program, trial.World);
        },
        iter: 300);
}
