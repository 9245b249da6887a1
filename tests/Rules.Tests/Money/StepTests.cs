using CrmAddon.Rules.Evaluation;
using CrmAddon.Rules.Money;
using CsCheck;
using Microsoft.VisualStudio.TestTools.UnitTesting;

namespace CrmAddon.Rules.Tests.Money;

[TestClass]
public sealed class StepTests
{
    private static readonly Gen<Step[]> Tables = Gen.Select(Gen.Int[1, 5000].Array[1, 6], Gen.Int[0, 2500].Array[6], (widths, rates) =>
    {
        var steps = new Step[widths.Length];
        var bound = 0m;
        for (var i = 0; i < widths.Length; i++)
        {
            steps[i] = new Step(bound, rates[i] / 10_000m, 0);
            bound += widths[i];
        }
        return steps;
    });

    [TestMethod]
    public void Graduated_steps_are_monotone() => Gen.Select(Tables, Gen.Int[0, 30_000], Gen.Int[0, 30_000]).Sample((steps, one, other) =>
        one <= other == (Rated(new Graduated(steps), one) <= Rated(new Graduated(steps), other))
        || Rated(new Graduated(steps), one) == Rated(new Graduated(steps), other));

    [TestMethod]
    public void Graduated_steps_are_continuous() => Gen.Select(Tables, Gen.Int[0, 30_000]).Sample((steps, measure) =>
        Rated(new Graduated(steps), measure + 0.000001m) - Rated(new Graduated(steps), measure) <= 0.25m * 0.000001m);

    [TestMethod]
    public void Slices_add_up_to_what_is_earned_without_noting_them() =>
        Gen.Select(Tables, Gen.Decimal[-30_000m, 60_000m], Gen.Int[1, 7]).Sample((steps, measure, parts) =>
            new Graduated(steps).Rate((Rational)measure / parts, null) == new Graduated(steps).Rate((Rational)measure / parts, new Trace()));

    [TestMethod]
    public void A_bound_belongs_to_the_step_below()
    {
        Step[] steps = [new(0, 0.05m, 0), new(100, 0.10m, 0)];

        Assert.AreEqual(5m, Rated(new Volume(steps), 100));
        Assert.AreEqual(10.001m, Rated(new Volume(steps), 100.01m));
    }

    private static decimal Rated(Rating rating, decimal measure) => rating.Rate(measure, null).Round(10, true);
}
