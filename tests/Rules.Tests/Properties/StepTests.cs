using System.Collections.Generic;
using System.Globalization;
using System.Linq;
using CsCheck;
using Microsoft.VisualStudio.TestTools.UnitTesting;
using static CrmAddon.Rules.Tests.Rulings.Cases;

namespace CrmAddon.Rules.Tests.Properties;

/// <summary>Tables of steps, through whole programs.</summary>
[TestClass]
public sealed class StepTests
{
    private static readonly Month March = new(2026, 3);

    /// <summary>Bounds and rates in hundredths, fixed amounts in whole units.</summary>
    private static readonly Gen<(int Above, int Percent, int Plus)[]> Tables = Gen.Select(
        Gen.Int[0, 100_000], Gen.Int[1, 100_000].Array[5], Gen.Int[0, 10_000].Array[5], Gen.Int[0, 20].Array[5], Gen.Int[1, 5]).Select(made =>
        {
            var (first, widths, percents, plus, count) = made;
            return Enumerable.Range(0, count).Select(i =>
                ((first % 3 == 0 ? 0 : first) + widths.Take(i).Sum(), percents[i], plus[i] < 15 ? 0 : plus[i] * 10)).ToArray();
        });

    [TestMethod]
    public void More_usage_never_earns_less_by_graduated_steps() => Gen.Select(
        Tables, Gen.Long[0, 40_000_000], Gen.Long[0, 40_000_000]).Sample((table, one, more) =>
    {
        var program = Program("graduated", table);
        Assert.IsLessThanOrEqualTo(Earned(program, (one + more) / 100m), Earned(program, one / 100m));
    }, iter: 100);

    [TestMethod]
    public void A_little_more_usage_earns_a_little_more_by_graduated_steps_without_fixed_amounts() => Gen.Select(
        Tables, Gen.Int[0, 4], Gen.Long[0, 40_000_000]).Sample((table, at, anywhere) =>
    {
        var smooth = table.Select(step => (step.Above, step.Percent, 0)).ToArray();
        var program = Program("graduated", smooth);
        foreach (var usage in new[] { anywhere / 100m, smooth[at % smooth.Length].Above / 100m })
        {
            // At most 100% of the cent more, and a cent for the rounding of both.
            Assert.IsLessThanOrEqualTo(0.02m, Earned(program, usage + 0.01m) - Earned(program, usage));
        }
    }, iter: 100);

    [TestMethod]
    public void A_volume_table_is_warned_of_exactly_where_more_pays_less() => Tables.Sample(table =>
    {
        var text = Text("volume", table);
        var warned = RuleProgram.Check("language 1 program \"x\" in USD role MSP " + text, Vocabulary.Standard).Diagnostics
            .Where(found => found.Code == "RUL0503").Select(found => found.Range.StartLine).ToList();
        var expected = table.Zip(table.Skip(1))
            .Select((pair, i) => (Drops: Paid(pair.First, pair.Second.Above) > Paid(pair.Second, pair.Second.Above + 1), Line: i + 4))
            .Where(step => step.Drops).Select(step => step.Line).ToList();
        CollectionAssert.AreEqual(expected, warned, text);
    }, iter: 200);

    // In hundredths of a cent's hundredth: a rate in hundredths of a percent of an amount in cents.
    private static long Paid((int Above, int Percent, int Plus) step, long cents) => (cents * step.Percent) + (step.Plus * 1_000_000L);

    private static RuleProgram Program(string kind, (int Above, int Percent, int Plus)[] table) => Rulings.Cases.Program(Text(kind, table));

    private static string Text(string kind, IEnumerable<(int Above, int Percent, int Plus)> table) =>
        "credit \"All\" for usage shares MSP 100%\ncommission \"Fee\" for MSP every month on usage " + kind + "\n"
        + string.Join("\n", table.Select(step => string.Create(CultureInfo.InvariantCulture,
            $"above {step.Above / 100m:#,##0.00} {step.Percent / 100m}%{(step.Plus == 0 ? "" : $" plus {step.Plus}")}")));

    private static decimal Earned(RuleProgram program, decimal usage) =>
        program.Judge(Usage(March, [(March, usage)], Partner("m", "MSP"))).Earnings.Single().Amount;
}
