using System;
using System.Collections.Generic;
using System.Globalization;
using System.Linq;
using CrmAddon.Rules.Tests.Generated;
using CsCheck;
using Microsoft.VisualStudio.TestTools.UnitTesting;
using static CrmAddon.Rules.Tests.Rulings.Cases;

namespace CrmAddon.Rules.Tests.Explaining;

/// <summary>A near miss is believed only when the case, changed as it says, is judged again by itself.</summary>
[TestClass]
public sealed class NearMissTests
{
    private static readonly Month March = new(2026, 3);

    [TestMethod]
    public void A_deal_that_is_changed_as_told_gets_the_promised_ruling_and_one_unit_less_does_not_do() =>
        Gen.Select(GeneratedProgram.Publishable, CaseWriter.Rows).Sample(
            (generated, choices) =>
            {
                var deal = new CaseWriter(choices, generated.Checked).Deal();
                var told = new ChangedAsTold(generated.Checked);
                foreach (var miss in NearMisses.Of(generated.Checked, deal))
                    ProvesWhatCanBeTold(told, miss, to => told.Of(deal, miss, to) is { } changed ? generated.Checked.Judge(changed) : null);
            }, iter: 200);

    [TestMethod]
    public void A_month_that_is_changed_as_told_gets_the_promised_ruling_and_one_unit_less_does_not_do() =>
        Gen.Select(GeneratedProgram.Publishable, CaseWriter.Rows).Sample(
            (generated, choices) =>
            {
                var usage = new CaseWriter(choices, generated.Checked).Usage();
                var told = new ChangedAsTold(generated.Checked);
                foreach (var miss in NearMisses.Of(generated.Checked, usage))
                    ProvesWhatCanBeTold(told, miss, to => told.Of(usage, miss, to) is { } changed ? generated.Checked.Judge(changed) : null);
            }, iter: 200);

    [TestMethod]
    public void Growth_over_known_months_is_reached_by_the_usage_that_is_told()
    {
        var program = Program(
            """
            credit "Split" for usage
              shares MSP 60% ISV 40%
            commission "Share" for MSP, ISV
              every month on credited usage
              rate 5%
              accelerate by 1.25 when usage growth over 2 months > 15%, if unknown no
            """);
        Gen.Decimal[0, 1000].Array[4].Sample(months =>
        {
            var usage = Usage(March, [.. months.Select((amount, i) => (March.AddMonths(-i), decimal.Round(amount, 2)))],
                Partner("Skyops", "MSP"), Partner("Nimbus", "ISV"));
            foreach (var miss in NearMisses.Of(program, usage).Where(miss => miss.Fact == "usage"))
            {
                Proves(miss, amount => program.Judge(usage with
                {
                    Usage = new UsageHistory(Enumerable.Range(0, 4).Select(back => KeyValuePair.Create(
                        March.AddMonths(-back), back == 0 ? amount : usage.Usage[March.AddMonths(-back)]))),
                }));
            }
        }, iter: 100);
    }

    [TestMethod]
    public void A_month_of_history_less_leaves_growth_unknown()
    {
        var program = Program(
            """
            credit "Split" for usage
              shares MSP 100%
            commission "Share" for MSP
              every month on credited usage
              rate 5%
              accelerate by 1.25 when usage growth over 3 months > 15%, if unknown no
            """);
        var usage = Usage(March, [(March, 100), (March.AddMonths(-1), 100), (March.AddMonths(-2), 100), (March.AddMonths(-3), 10)],
            Partner("Skyops", "MSP"));

        var miss = NearMisses.Of(program, usage).Single();

        Assert.AreEqual(("history", "2025-12", "2025-10", NearMissKind.Figure), (miss.Fact, miss.From, miss.To, miss.Kind));
        Assert.IsNull(miss.Difference);
        Assert.IsTrue(Growth(new Month(2025, 11)).Contains("unknown", StringComparison.Ordinal));
        Assert.IsFalse(Growth(new Month(2025, 10)).Contains("unknown", StringComparison.Ordinal));

        string Growth(Month since) => string.Concat(Explanation.Render(program.Judge(usage with
        {
            Usage = new UsageHistory([new(March, 100), new(March.AddMonths(-1), 100), new(March.AddMonths(-3), 10), new(since, 50)]),
        }).Earnings.Single().Derivation));
    }

    [TestMethod]
    public void A_closing_date_is_the_last_day_that_does_and_the_day_after_does_not()
    {
        var program = Program(
            """
            credit "Split" for deals
              shares Reseller 100%
            credit "Registered" exception to "Split" for deals
              when registration is protected and deal.won is known
              all to registration.partner
            """);
        var deal = Deal(100, Partner("Relay", "Reseller")) with
        {
            BusinessDate = new DateTime(2026, 5, 4),
            Fields = new Dictionary<string, FieldValue> { ["deal.won"] = FieldValue.OfDate(new DateTime(2026, 5, 4)) },
            Registration = new RegistrationFacts
            {
                PartnerKey = "Nimbus",
                ProtectedFrom = new DateTime(2026, 2, 1),
                ProtectedUntil = new DateTime(2026, 4, 30),
            },
        };

        var miss = NearMisses.Of(program, deal).Single();

        Assert.AreEqual(("date", "2026-05-04", "2026-04-30"), (miss.Fact, miss.From, miss.To));
        Assert.AreEqual("Registered", program.Judge(deal with { BusinessDate = new DateTime(2026, 4, 30) }).Credit.Rule);
        Assert.AreEqual("Split", program.Judge(deal with { BusinessDate = new DateTime(2026, 5, 1) }).Credit.Rule);
    }

    [TestMethod]
    public void The_same_case_has_the_same_near_misses_whatever_the_order_of_its_partners()
    {
        var deal = Deal(9_999, Partner("Relay", "Reseller"), Partner("Nimbus", "ISV"), Partner("Skyops", "MSP"));

        Assert.AreEqual(
            string.Join('\n', Told(NearMisses.Of(Sample.Program, deal))),
            string.Join('\n', Told(NearMisses.Of(Sample.Program, deal with { Participants = [.. deal.Participants.Reverse()] }))));
    }

    [TestMethod]
    public void There_are_only_so_many()
    {
        var rules = string.Concat(Enumerable.Range(0, 40).Select(i =>
            $"commission \"C{i:00}\" for MSP every month on usage graduated above 0 1% above {1000 + i} 2%\n"));
        var program = Program("credit \"Split\" for usage shares MSP 100%\n" + rules);

        var misses = NearMisses.Of(program, Usage(March, [(March, 900)], Partner("Skyops", "MSP")));

        Assert.AreEqual(
            "C00 1000.01, C01 1001.01, C02 1002.01, C03 1003.01, C04 1004.01, C05 1005.01, C06 1006.01, C07 1007.01",
            string.Join(", ", misses.Select(miss => miss.Rule + " " + miss.To)));
    }

    private static void ProvesWhatCanBeTold(ChangedAsTold told, NearMiss miss, Func<string, Ruling?> judge)
    {
        if (judge(miss.To) is not { } ruling)
            return;
        Promised(miss, ruling);
        if (told.OneUnitLess(miss) is { } less && judge(less) is { } nearer)
            Assert.IsFalse(Holds(miss, nearer), $"{less} does: {string.Join('\n', Explanation.Render(miss.Finding))}");
    }

    private static IEnumerable<string> Told(IEnumerable<NearMiss> misses) =>
        misses.SelectMany(miss => Explanation.Render(miss.Finding));

    private static void Proves(NearMiss miss, Func<decimal, Ruling> judge)
    {
        var (from, to) = (Number(miss.From), Number(miss.To));
        Promised(miss, judge(to));
        Assert.IsFalse(Holds(miss, judge(to - (Math.Sign(to - from) * 0.01m))), $"one cent less: {string.Join('\n', Explanation.Render(miss.Finding))}");
    }

    private static void Promised(NearMiss miss, Ruling ruling)
    {
        Assert.IsTrue(Holds(miss, ruling), string.Join('\n', Explanation.Render(miss.Finding)));
        foreach (var change in miss.Changes)
            Assert.AreEqual(change.After, AmountOf(ruling, change));
    }

    private static bool Holds(NearMiss miss, Ruling ruling)
    {
        var (credit, earnings) = Parts(ruling);
        var steps = Earned(miss, earnings)?.Derivation.Children;
        return miss.Kind switch
        {
            NearMissKind.Credit => credit.Outcome == CreditOutcome.Credited && credit.Rule == miss.Rule,
            NearMissKind.Commission => steps is not null,
            NearMissKind.Step => steps is not null && steps.Any(step => Bound(step) >= Number(miss.Finding.Values["effect.above"])),
            _ => steps is not null && steps.Count(IsMultiplied) >= Earned(miss, Parts(miss.Ruling).Earnings)!.Derivation.Children.Count(IsMultiplied),
        };
    }

    private static Earning? Earned(NearMiss miss, IReadOnlyList<Earning> earnings) =>
        earnings.SingleOrDefault(one => one.Rule == miss.Rule && one.PartnerKey == miss.PartnerKey && one.Role == miss.Role && one.Product == miss.Product);

    private static bool IsMultiplied(Finding step) => step.Kind == "accelerated";

    private static decimal Bound(Finding step) =>
        step.Kind.StartsWith("slice", StringComparison.Ordinal) ? Number(step.Values["from"])
        : step.Kind.StartsWith("volume", StringComparison.Ordinal) ? Number(step.Values["above"])
        : decimal.MinValue;

    private static decimal Number(string text) => decimal.Parse(text, CultureInfo.InvariantCulture);

    private static decimal AmountOf(Ruling ruling, MoneyChange change)
    {
        var (credit, earnings) = Parts(ruling);
        return change.Rule is null
            ? credit.Shares.Where(share => share.PartnerKey == change.PartnerKey && share.Role == change.Role).Sum(share => share.Amount)
            : earnings.Where(one => one.Rule == change.Rule && one.PartnerKey == change.PartnerKey && one.Role == change.Role
                && one.Product == change.Product).Sum(one => one.Amount);
    }

    private static (CreditResult Credit, IReadOnlyList<Earning> Earnings) Parts(Ruling ruling) => ruling switch
    {
        DealRuling deal => (deal.Credit, deal.Earnings),
        UsageRuling usage => (usage.Credit, usage.Earnings),
        _ => throw new InvalidOperationException(),
    };
}
