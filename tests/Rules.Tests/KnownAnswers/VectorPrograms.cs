using System;
using System.Collections.Generic;
using System.Globalization;
using System.Linq;

namespace CrmAddon.Rules.Tests.KnownAnswers;

/// <summary>
/// Known answers as programs whose example expects them. A price per unit stands as a rate, so prices and totals are a hundredth of
/// the source's: 15 for a package is 0.15, a price of 10 is 10%.
/// </summary>
internal static class VectorPrograms
{
    private const string OneMsp = "role MSP credit \"All\" for deals and usage shares MSP 100%";

    public static string Allocation(Vector vector)
    {
        var weights = vector.Numbers("weights");
        var partners = weights.Select((weight, i) => $"{Key(i)} as MSP weight {Plain(weight)}");
        var parts = vector.Numbers("expected_minor").Select((part, i) => $"{Key(i)} {Money(part)}");
        return $"""
            language 1 program "Allocation" in USD role MSP
            credit "By weight" for deals shares MSP 100% several in a role: by weight
            example "known" given deal with amount {Money(vector.Number("total_minor"))} and {string.Join(", ", partners)}
              expect credit {string.Join(", ", parts)}, house 0
            """;
    }

    public static string Rated(Vector vector)
    {
        var limits = Limit("most", vector.Optional("maximum")) + Limit("least", vector.Optional("minimum"));
        var booked = vector.Optional("already_booked");
        var earlier = booked is null ? 0 : vector.Optional("already_quantity") ?? Earned(vector, booked.Value);
        var increment = booked is null ? vector.Number("quantity") : vector.Optional("quantity_increment") ?? vector.Number("quantity") - earlier;
        var expected = vector.Optional("expected_increment") ?? vector.Number("expected_total");
        return $"""
            language 1 program "Rated" in USD {OneMsp}
            commission "Fee" for MSP every {(booked is null ? "month" : "quarter")} on usage, per customer
              {Rating(vector, earlier + increment)}{limits}
            example "known" given month 2026-02 and usage in 2026-01 {Plain(earlier)} and usage in 2026-02 {Plain(increment)} and a as MSP
              expect commission a {Money(expected)}
            """;
    }

    public static string Percentage(Vector vector)
    {
        var rate = vector.Number("pct");
        return $"""
            language 1 program "Percentage" in USD rounding to the cent, half up {OneMsp}
            commission "Fee" for MSP once when the deal is won, on amount {(rate == 0 ? "graduated above 0 0%" : $"rate {Plain(rate)}%")}
            example "known" given won deal with amount {Money(vector.Number("amount_minor"))} and a as MSP
              expect commission a {Money(vector.Number("expected_minor"))}
            """;
    }

    /// <summary>An amount in a currency with so many decimals.</summary>
    public static string Rounded(Vector vector) => $"""
        language 1 program "Rounded" in {(vector.Digits == 0 ? "JPY" : "USD")} {OneMsp}
        commission "All of it" for MSP every month on usage rate 100%
        example "known" given month 2026-01 and customer with usage {Plain(vector.Number("amount"))} and a as MSP
          expect commission a {Plain(vector.Optional("expected") ?? 13.33m)}
        """;

    private static string Rating(Vector vector, decimal most) => vector.Model switch
    {
        "unit" => $"rate {Plain(vector.Number("unit"))}%",
        "package" => "graduated" + string.Concat(Packages(vector, most).Select(above => $"\n    above {Plain(above)} 0% plus {Money(vector.Number("price"))}")),
        _ => vector.Model + string.Concat(vector.Tiers().Select(step =>
            $"\n    above {Plain(step.Above)} {Plain(step.Unit)}%" + (step.Flat == 0 ? "" : $" plus {Money(step.Flat)}"))),
    };

    // A package is a step with a fixed amount and no rate; those that the quantity does not reach change nothing.
    private static IEnumerable<decimal> Packages(Vector vector, decimal most)
    {
        var above = vector.Optional("free_units") ?? 0;
        do
        {
            yield return above;
            above += vector.Number("package");
        }
        while (above < most);
    }

    // What was used before stands in the source only as what it came to: 12 units are 100 + 50 + 2 x 5.
    private static decimal Earned(Vector vector, decimal booked) =>
        vector.Id == "om-grad-max-170" && booked == 160 ? 12 : throw new InvalidOperationException(vector.Id);

    private static string Limit(string which, decimal? amount) => amount is { } limit ? $"\n  at {which} {Money(limit)} per customer" : "";

    private static string Key(int index) => ((char)('a' + index)).ToString();

    private static string Money(decimal hundredths) => (hundredths / 100).ToString("0.00##", CultureInfo.InvariantCulture);

    private static string Plain(decimal number) => number.ToString("0.##########", CultureInfo.InvariantCulture);
}
