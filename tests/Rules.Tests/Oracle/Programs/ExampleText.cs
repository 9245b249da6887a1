using System.Collections.Generic;
using System.Globalization;
using System.Linq;
using System.Numerics;
using static CrmAddon.Rules.Tests.Oracle.ConditionText;

namespace CrmAddon.Rules.Tests.Oracle;

/// <summary>Writes one customer's month, and the months before it, as an example with what is expected of it.</summary>
internal static class ExampleText
{
    public static string Of(Customer customer, Month judged, IReadOnlyDictionary<string, BigInteger> expected, int digits)
    {
        var now = customer.Months[judged];
        var facts = new List<string> { $"month {judged} and customer.status {now.Status}" };
        if (customer.Employees is { } employees)
            facts.Add("customer.employees " + Number(employees));
        if (customer.Country is { } country)
            facts.Add("customer.country " + country);
        foreach (var (month, used) in customer.Months.Where(month => month.Key <= judged))
        {
            facts.Add($"usage in {month} {Number(used.Usage.Sum(row => row.Amount))}");
            facts.AddRange(used.Usage.Where(row => row.Product.Length > 0).Select(row => $"usage of {row.Product} in {month} {Number(row.Amount)}"));
        }
        facts.AddRange(now.Roster.Select(place => string.Create(
            CultureInfo.InvariantCulture, $"{place.Partner} as {place.Role} weight {place.Weight} engaged {place.Engaged:yyyy-MM-dd}")));
        var amounts = now.Roster.Select(place => place.Partner).Distinct()
            .Select(partner => $"{partner} {Money(expected.GetValueOrDefault(partner), digits)}");
        return $"example \"Known\"\n  given {string.Join("\n    and ", facts)}\n  expect commission {string.Join(", ", amounts)}\n";
    }

    private static string Money(BigInteger units, int digits) => Number((decimal)units / (decimal)BigInteger.Pow(10, digits));
}
