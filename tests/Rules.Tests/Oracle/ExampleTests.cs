using System.Collections.Generic;
using System.Linq;
using CsCheck;
using Microsoft.VisualStudio.TestTools.UnitTesting;

namespace CrmAddon.Rules.Tests.Oracle;

/// <summary>An example that expects what the slow rules come to holds: examples judge the months before and the limits as a ledger does.</summary>
[TestClass]
public sealed class ExampleTests
{
    [TestMethod]
    public void An_example_that_expects_what_the_slow_rules_come_to_holds() => Gen.Int.Sample(
        seed =>
        {
            var trial = Trial.Of(seed);
            if (trial.World.Customers.Count == 0 || !RuleProgram.Check(ProgramText.Of(trial.Program), Vocabulary.Standard).Succeeded)
                return;
            var text = Text(trial.Program, trial.World);
            var check = RuleProgram.Check(text, Vocabulary.Standard);
            Assert.IsTrue(check.Succeeded, $"seed {seed}\n{text}\n{Sample.Rendered(check, text)}");
        },
        iter: 100);

    // One customer with the roster and status of its last month; examples say no more of the months before it than their usage.
    private static string Text(OracleProgram program, World world)
    {
        var judged = world.First.AddMonths(world.Months - 1);
        var given = world.Customers[0];
        var now = given.Months[judged];
        if (now.Roster.Count == 0)
            now = now with { Roster = [new Place("p1", "MSP", 1, new System.DateTime(2025, 1, 1))] };
        var customer = given with
        {
            Months = given.Months.ToDictionary(month => month.Key, month => month.Value with { Roster = now.Roster, Status = now.Status }),
        };
        var every = program.Commissions.Select(rule => rule.Every).DefaultIfEmpty(Every.Month).Max();
        var window = SlowRating.Window(every, program.FiscalMonth, judged);
        var first = customer.Months.Keys.Where(month => month >= window).Min();
        var run = new SlowRun(program, world with
        {
            Deals = [], Customers = [customer], First = first, Months = judged.MonthsSince(first) + 1,
            TierOfPartner = new Dictionary<string, string?>(),
        });
        run.Everything();
        return ProgramText.Of(program) + ExampleText.Of(customer, judged, run.Earned(judged), program.Digits);
    }
}
