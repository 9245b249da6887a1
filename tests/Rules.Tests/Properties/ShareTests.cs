using System;
using System.Linq;
using CrmAddon.Rules.Tests.Oracle;
using CsCheck;
using Microsoft.VisualStudio.TestTools.UnitTesting;

namespace CrmAddon.Rules.Tests.Properties;

/// <summary>Shares and divisions add up; a reversal is exact.</summary>
[TestClass]
public sealed class ShareTests
{
    [TestMethod]
    public void Shares_and_house_make_the_whole_and_everything_can_be_explained() => Gen.Int.Sample(
        seed => ForEach(Trial.Of(seed), (program, trial, deal) =>
        {
            var ruling = program.Judge(EngineCases.Deal(trial.World, deal));
            var rounded = decimal.Round(deal.Amount, trial.Program.Digits,
                trial.Program.HalfEven ? MidpointRounding.ToEven : MidpointRounding.AwayFromZero);
            Assert.AreEqual(rounded, ruling.Credit.Shares.Sum(share => share.Amount) + ruling.Credit.HouseAmount);
            Assert.AreEqual(100m, ruling.Credit.Shares.Sum(share => share.Percent) + ruling.Credit.HousePercent);
            Assert.IsTrue(ruling.Credit.Shares.All(share => share.Percent > 0 && share.Amount * deal.Amount >= 0));
            Assert.IsFalse(Explanation.Render(ruling.Derivation).Any(line => line.Contains('{', StringComparison.Ordinal)));
        }), iter: 100);

    [TestMethod]
    public void The_opposite_deal_is_divided_into_opposite_shares() => Gen.Int.Sample(
        seed => ForEach(Trial.Of(seed), (program, trial, deal) =>
        {
            // The opposite amount may meet other conditions; what a rule makes of it is compared where the same rule does.
            var one = program.Judge(EngineCases.Deal(trial.World, deal)).Credit;
            var other = program.Judge(EngineCases.Deal(trial.World, deal with { Amount = -deal.Amount })).Credit;
            if (one.Rule == other.Rule && one.Outcome == other.Outcome)
            {
                CollectionAssert.AreEqual(
                    one.Shares.Select(share => (share.PartnerKey, share.Role, -share.Amount)).Append(("", "", -one.HouseAmount)).ToList(),
                    other.Shares.Select(share => (share.PartnerKey, share.Role, share.Amount)).Append(("", "", other.HouseAmount)).ToList());
            }
        }), iter: 100);

    private static void ForEach(Trial trial, Action<RuleProgram, Trial, Deal> holds)
    {
        if (RuleProgram.Check(ProgramText.Of(trial.Program), Vocabulary.Standard).Program is not { } program)
            return;
        foreach (var deal in trial.World.Deals)
            holds(program, trial, deal);
    }
}
