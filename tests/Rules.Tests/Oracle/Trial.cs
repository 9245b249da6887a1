using System;
using System.Collections.Generic;
using System.Linq;

namespace CrmAddon.Rules.Tests.Oracle;

/// <summary>A program and a world, judged both ways.</summary>
internal sealed record Trial(OracleProgram Program, World World)
{
    public static Trial Of(int seed)
    {
        var dice = new Dice(seed);
        var first = new Month(2026, 1).AddMonths(dice.Between(0, 14));
        var program = new ProgramMaker(dice, first).Make();
        return new Trial(program, new WorldMaker(dice, first, program).Make());
    }

    /// <summary>What came of a trial: codes where the checker refuses the program, the lines that differ where both ways do.</summary>
    public sealed record Outcome(string? Refused, string? Difference, int Rulings);

    public Outcome Run()
    {
        var text = ProgramText.Of(Program);
        var check = RuleProgram.Check(text, Vocabulary.Standard);
        if (check.Program is not { } engine)
            return new Outcome(string.Join(" ", check.Diagnostics.Where(found => found.Severity == DiagnosticSeverity.Error).Select(found => found.Code).Distinct()), null, 0);
        var run = new EngineRun(engine, Program, World);
        string actual;
        try
        {
            actual = run.Everything();
        }
#pragma warning disable CA1031 // Whatever the engine throws is a difference.
        catch (Exception e)
#pragma warning restore CA1031
        {
            return new Outcome(null, e.ToString(), run.Rulings);
        }
        var expected = new SlowRun(Program, World).Everything();
        return new Outcome(null, expected == actual ? null : Difference(expected, actual), run.Rulings);
    }

    /// <summary>The smallest trial that still differs, as text.</summary>
    public string Smallest()
    {
        var smallest = this;
        while (smallest.Smaller().FirstOrDefault(one => one.Run().Difference is not null) is { } smaller)
            smallest = smaller;
        return $"{ProgramText.Of(smallest.Program)}\n{smallest.World.Told()}\n{smallest.Run().Difference}";
    }

    private static string Difference(string expected, string actual)
    {
        var (one, other) = (expected.Split('\n'), actual.Split('\n'));
        return "only by the slow rules:\n  " + string.Join("\n  ", one.Except(other)) + "\nonly by the engine:\n  " + string.Join("\n  ", other.Except(one))
            + "\nby both:\n  " + string.Join("\n  ", one.Intersect(other).Take(40));
    }

    private IEnumerable<Trial> Smaller()
    {
        foreach (var one in Without(Program.Commissions))
            yield return this with { Program = Program with { Commissions = one } };
        foreach (var one in Without(Program.Credits))
            yield return this with { Program = Program with { Credits = one } };
        foreach (var one in Without(Program.Clawbacks))
            yield return this with { Program = Program with { Clawbacks = one } };
        foreach (var one in Without(Program.Tiers))
            yield return this with { Program = Program with { Tiers = one } };
        if (Program.Churn is not null)
            yield return this with { Program = Program with { Churn = null } };
        foreach (var one in Without(World.Deals))
            yield return this with { World = World with { Deals = one } };
        foreach (var one in Without(World.Customers))
            yield return this with { World = World with { Customers = one } };
        if (World.Months > 1)
            yield return this with { World = World with { Months = World.Months - 1 } };
        if (Program.FiscalMonth != 1)
            yield return this with { Program = Program with { FiscalMonth = 1 } };
        foreach (var (rule, i) in Program.Commissions.Select((rule, i) => (rule, i)))
        {
            foreach (var smaller in Smaller(rule))
                yield return this with { Program = Program with { Commissions = [.. Program.Commissions.Select((one, k) => k == i ? smaller : one)] } };
        }
        foreach (var (customer, i) in World.Customers.Select((customer, i) => (customer, i)))
        {
            foreach (var smaller in Smaller(customer))
                yield return this with { World = World with { Customers = [.. World.Customers.Select((one, k) => k == i ? smaller : one)] } };
        }
        foreach (var (deal, i) in World.Deals.Select((deal, i) => (deal, i)))
        {
            foreach (var smaller in Without(deal.Roster))
                yield return this with { World = World with { Deals = [.. World.Deals.Select((one, k) => k == i ? deal with { Roster = smaller } : one)] } };
        }
    }

    private static IEnumerable<CommissionRule> Smaller(CommissionRule rule)
    {
        foreach (var one in Without(rule.Accelerators))
            yield return rule with { Accelerators = one };
        foreach (var one in Without(rule.Steps).Where(steps => steps.Count > 0))
            yield return rule with { Steps = one };
        if (rule.When is not null)
            yield return rule with { When = null };
        if (rule.While is not null)
            yield return rule with { While = null };
        if (rule.Hold > 0)
            yield return rule with { Hold = 0 };
        if (rule.Result.Exists)
            yield return rule with { Result = Limit.None };
        if (rule.Customer.Exists)
            yield return rule with { Customer = Limit.None };
        if (rule.Partner.Exists)
            yield return rule with { Partner = Limit.None };
        if (rule.Program.Exists)
            yield return rule with { Program = Limit.None };
    }

    private static IEnumerable<Customer> Smaller(Customer customer)
    {
        foreach (var (month, used) in customer.Months)
        {
            foreach (var rows in Without(used.Usage))
                yield return customer with { Months = new Dictionary<Month, UsedMonth>(customer.Months) { [month] = used with { Usage = rows } } };
            foreach (var places in Without(used.Roster))
                yield return customer with { Months = new Dictionary<Month, UsedMonth>(customer.Months) { [month] = used with { Roster = places } } };
        }
    }

    private static IEnumerable<IReadOnlyList<T>> Without<T>(IReadOnlyList<T> all) =>
        Enumerable.Range(0, all.Count).Select(left => (IReadOnlyList<T>)[.. all.Where((_, i) => i != left)]);
}
