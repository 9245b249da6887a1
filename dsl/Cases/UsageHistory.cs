using System;
using System.Collections.Generic;

namespace CrmAddon.Rules;

/// <summary>
/// Usage by month in the program's currency, at full precision. From the first month on, a month without a row is zero;
/// before the first month nothing is known.
/// </summary>
public sealed class UsageHistory
{
    private readonly Dictionary<Month, decimal> amounts = [];

    /// <summary>Adds up the rows; several rows of one month are summed.</summary>
    /// <exception cref="ArgumentOutOfRangeException">A month's sum is larger than <see cref="DealCase.LargestAmount"/>.</exception>
    public UsageHistory(IEnumerable<KeyValuePair<Month, decimal>> months)
    {
        foreach (var row in months)
        {
            amounts.TryGetValue(row.Key, out var sum);
            if (row.Value is < -DealCase.LargestAmount or > DealCase.LargestAmount
                || sum + row.Value is < -DealCase.LargestAmount or > DealCase.LargestAmount)
                throw new ArgumentOutOfRangeException(nameof(months), row.Value, $"The usage of {row.Key} is larger than any customer's.");
            amounts[row.Key] = sum + row.Value;
            if (First is not { } first || row.Key < first)
                First = row.Key;
        }
    }

    private UsageHistory(UsageHistory other, Month month, decimal amount)
    {
        amounts = new Dictionary<Month, decimal>(other.amounts) { [month] = amount };
        First = other.First is { } first && first < month ? first : month;
    }

    /// <summary>The first month with usage; null when there is none.</summary>
    public Month? First { get; }

    internal IEnumerable<KeyValuePair<Month, decimal>> Months => amounts;

    /// <summary>The usage of one month; zero where there is no row.</summary>
    public decimal this[Month month] => amounts.TryGetValue(month, out var amount) ? amount : 0;

    /// <summary>The same history with another usage in one month.</summary>
    internal UsageHistory With(Month month, decimal amount) => new(this, month, amount);
}
