using System;
using System.Collections.Generic;
using System.Linq;
using CrmAddon.Rules.Tests.Oracle;
using CsCheck;
using Microsoft.VisualStudio.TestTools.UnitTesting;

namespace CrmAddon.Rules.Tests.Properties;

/// <summary>What must not matter does not: the order of the file, of a roster, of entries.</summary>
[TestClass]
public sealed class OrderTests
{
    [TestMethod]
    public void The_order_of_the_file_changes_nothing() => Gen.Select(Gen.Int, Gen.Int[1, 1000]).Sample(
        (seed, turn) => Same(Trial.Of(seed), trial => trial with { Program = trial.Program with
        {
            Credits = Shuffled(trial.Program.Credits, turn),
            Commissions = Shuffled(trial.Program.Commissions, turn + 1),
            Clawbacks = Shuffled(trial.Program.Clawbacks, turn + 2),
            Tiers = Shuffled(trial.Program.Tiers, turn + 3),
        } }), iter: 60);

    [TestMethod]
    public void The_order_of_a_roster_and_of_customers_changes_nothing() => Gen.Select(Gen.Int, Gen.Int[1, 1000]).Sample(
        (seed, turn) => Same(Trial.Of(seed), trial => trial with { World = trial.World with
        {
            Deals = [.. Shuffled(trial.World.Deals, turn).Select(deal => deal with { Roster = Shuffled(deal.Roster, turn) })],
            Customers = [.. Shuffled(trial.World.Customers, turn).Select(customer => customer with { Months = customer.Months.ToDictionary(
                month => month.Key, month => month.Value with { Roster = Shuffled(month.Value.Roster, turn), Usage = Shuffled(month.Value.Usage, turn) }) })],
        } }), iter: 60);

    private static T[] Shuffled<T>(IReadOnlyList<T> all, int turn)
    {
        var shuffled = all.ToArray();
        new Random(turn).Shuffle(shuffled);
        return shuffled;
    }

    // Where the checker refuses one, it refuses the other.
    private static void Same(Trial trial, Func<Trial, Trial> turned) => Assert.AreEqual(Outcome(trial), Outcome(turned(trial)), "turned");

    private static string Outcome(Trial trial)
    {
        var check = RuleProgram.Check(ProgramText.Of(trial.Program), Vocabulary.Standard);
        return check.Program is { } program
            ? new EngineRun(program, trial.Program, trial.World).Everything()
            : string.Join(" ", check.Diagnostics.Select(found => found.Code).Distinct().Order(StringComparer.Ordinal));
    }
}
