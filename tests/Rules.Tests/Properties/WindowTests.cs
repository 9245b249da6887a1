using System.Collections.Generic;
using System.Globalization;
using System.Linq;
using CsCheck;
using Microsoft.VisualStudio.TestTools.UnitTesting;
using static CrmAddon.Rules.Tests.Rulings.Cases;

namespace CrmAddon.Rules.Tests.Properties;

/// <summary>Windows longer than a month.</summary>
[TestClass]
public sealed class WindowTests
{
    private static readonly string[] Rates =
    [
        "rate 0.1%", "rate 33.3333%", "amount 100", "graduated above 0 5% above 1,000 8% above 50,000 10%",
        "graduated above 100 5% plus 7 above 1,000 8% plus 0.01", "volume above 0 10% above 1,000 5% above 10,000 7%",
        "rate 7% at most 50 per customer", "graduated above 0 1% above 500 3% at least 20 per customer",
    ];

    // Six decimals of usage and four of the share make ten: nothing is lost by what is carried from month to month.
    private static readonly Gen<decimal> Amounts = Gen.OneOf(
        Gen.Long[-1_000_000, 10_000_000].Select(cents => cents / 100m), Gen.Long[0, 1_000_000_000].Select(units => units / 1_000_000m),
        Gen.Const(333m), Gen.Const(0m));

    [TestMethod]
    public void What_the_months_of_a_window_accrue_is_what_its_total_is_rated_at() => Gen.Select(
        Gen.Int[0, Rates.Length - 1], Gen.Bool, Gen.Bool, Amounts.Array[12], Gen.Int[1, 9999]).Sample((rate, isYear, credited, usage, share) =>
        {
            var months = isYear ? 12 : 3;
            string Text(string every) => $"credit \"All\" for usage shares MSP {Percent(share)} ISV {Percent(10_000 - share)} "
                + $"commission \"Fee\" for MSP {every} on {(credited ? "credited " : "")}usage, per customer {Rates[rate]}";
            var first = new Month(2026, 1);
            var windows = Program(Text(isYear ? "every year" : "every quarter"));
            var accrued = Accrue(windows, first, usage.Take(months));
            var whole = Program(Text("every month"))
                .Judge(Usage(first, [(first, usage.Take(months).Sum())], Partner("m", "MSP"), Partner("i", "ISV"))).Earnings.Single().Amount;
            Assert.AreEqual(whole, accrued);
        }, iter: 100);

    // Month by month, each with what the months before have booked.
    private static decimal Accrue(RuleProgram program, Month first, IEnumerable<decimal> usage)
    {
        var (measure, credited, amount) = (0m, 0m, 0m);
        foreach (var (used, i) in usage.Select((used, i) => (used, i)))
        {
            var month = Usage(first.AddMonths(i), [(first.AddMonths(i), used)], Partner("m", "MSP"), Partner("i", "ISV"));
            var earning = program.Judge(new UsageCase
            {
                CustomerKey = month.CustomerKey, Month = month.Month, Usage = month.Usage, Participants = month.Participants,
                Booked = i == 0 ? [] : [new BookedLine
                {
                    Rule = "Fee", PartnerKey = "m", Role = "MSP", Measure = measure, Credited = credited, Uncapped = amount, Amount = amount,
                }],
            }).Earnings.Single();
            measure += earning.Measure;
            credited += earning.Credited;
            amount += earning.Amount;
        }
        return amount;
    }

    private static string Percent(int hundredths) => (hundredths / 100m).ToString(CultureInfo.InvariantCulture) + "%";
}
