using System;
using System.Linq;

namespace CrmAddon.Rules.Tests.Oracle;

/// <summary>A program and a world, judged both ways.</summary>
internal sealed partial record Trial(OracleProgram Program, World World)
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
            return new Outcome(Codes(check), null, 0);
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

    private static string Codes(CheckResult check) => string.Join(
        " ", check.Diagnostics.Where(found => found.Severity == DiagnosticSeverity.Error).Select(found => found.Code).Distinct());

    private static string Difference(string expected, string actual)
    {
        var (one, other) = (expected.Split('\n'), actual.Split('\n'));
        return "only by the slow rules:\n  " + string.Join("\n  ", one.Except(other))
            + "\nonly by the engine:\n  " + string.Join("\n  ", other.Except(one))
            + "\nby both:\n  " + string.Join("\n  ", one.Intersect(other).Take(40));
    }
}
