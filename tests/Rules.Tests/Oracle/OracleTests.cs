using System;
using System.Linq;
using CsCheck;
using Microsoft.VisualStudio.TestTools.UnitTesting;

namespace CrmAddon.Rules.Tests.Oracle;

[TestClass]
public sealed class OracleTests
{
    [TestMethod]
    public void Deals_are_judged_as_the_slow_rules_judge_them() =>
        Gen.Select(OracleGenerators.Programs, OracleGenerators.Deals.Array[1, 6]).Sample(
            (program, cases) =>
            {
                var checkedProgram = Check(OracleText.Write(program, true));
                foreach (var given in cases)
                {
                    var ruling = checkedProgram.Judge(OracleText.Deal(given));
                    Assert.AreEqual(new SlowRules(program, given, true).Judge(), OracleText.Read(ruling.Credit, ruling.Earnings));
                }
            },
            iter: 1500);

    [TestMethod]
    public void Usage_is_judged_as_the_slow_rules_judge_it() =>
        Gen.Select(OracleGenerators.Programs, OracleGenerators.Usages.Array[1, 6]).Sample(
            (program, cases) =>
            {
                var checkedProgram = Check(OracleText.Write(program, false));
                foreach (var given in cases)
                {
                    var ruling = checkedProgram.Judge(OracleText.Usage(given));
                    Assert.AreEqual(new SlowRules(program, given, false).Judge(), OracleText.Read(ruling.Credit, ruling.Earnings));
                }
            },
            iter: 1500);

    [TestMethod]
    public void Credit_and_house_always_make_the_whole_and_everything_can_be_explained() =>
        Gen.Select(OracleGenerators.Programs, OracleGenerators.Deals).Sample(
            (program, given) =>
            {
                var ruling = Check(OracleText.Write(program, true)).Judge(OracleText.Deal(given));
                Assert.AreEqual(given.Amount / 100m, ruling.Credit.Shares.Sum(share => share.Amount) + ruling.Credit.HouseAmount);
                Assert.AreEqual(100m, ruling.Credit.Shares.Sum(share => share.Percent) + ruling.Credit.HousePercent);
                Assert.IsFalse(Explanation.Render(ruling.Derivation).Any(line => line.Contains('?', StringComparison.Ordinal)));
            },
            iter: 1000);

    [TestMethod]
    public void The_opposite_deal_is_divided_into_opposite_shares() =>
        Gen.Select(OracleGenerators.Programs.Select(program => program with { Exception = null }), OracleGenerators.Deals).Sample(
            (program, given) =>
            {
                var judge = Check(OracleText.Write(program, true));
                var one = judge.Judge(OracleText.Deal(given)).Credit;
                var other = judge.Judge(OracleText.Deal(given with { Amount = -given.Amount })).Credit;
                CollectionAssert.AreEqual(one.Shares.Select(share => -share.Amount).ToArray(),
                    other.Shares.Select(share => share.Amount).ToArray());
            },
            iter: 500);

    [TestMethod]
    public void The_order_of_the_roster_changes_nothing() =>
        Gen.Select(OracleGenerators.Programs, OracleGenerators.Deals).Sample(
            (program, given) =>
            {
                var judge = Check(OracleText.Write(program, true));
                var one = judge.Judge(OracleText.Deal(given));
                var other = judge.Judge(OracleText.Deal(given with { Partners = [.. given.Partners.Reverse()] }));
                Assert.AreEqual(OracleText.Read(one.Credit, one.Earnings), OracleText.Read(other.Credit, other.Earnings));
            },
            iter: 500);

    private static RuleProgram Check(string text)
    {
        var result = RuleProgram.Check(text, Vocabulary.Standard);
        return result.Program
            ?? throw new InvalidOperationException(string.Concat(result.Diagnostics.Select(found => found.Render(text, "oracle"))));
    }
}
