using System;

namespace CrmAddon.Rules;

/// <summary>
/// What the earlier months of a commission's window have booked for one partner in one role: what the judged month accrues is
/// the rate of the window so far minus this.
/// </summary>
public sealed class BookedLine
{
    // Far beyond what any window can hold, and far from where a decimal ends.
    private const decimal Largest = DealCase.LargestAmount * 100_000_000;

    private readonly decimal measure;
    private readonly decimal credited;
    private readonly decimal uncapped;
    private readonly decimal amount;

    /// <summary>The commission rule.</summary>
    public required string Rule { get; init; }

    /// <summary>The partner's key.</summary>
    public required string PartnerKey { get; init; }

    /// <summary>The role that it was earned in.</summary>
    public required string Role { get; init; }

    /// <summary>The product, for a rule per product; empty otherwise and for usage without a product.</summary>
    public string Product { get; init; } = "";

    /// <summary>The sum of <see cref="Earning.Measure"/> over the window's earlier months.</summary>
    /// <exception cref="ArgumentOutOfRangeException">Larger than any window holds.</exception>
    public decimal Measure
    {
        get => measure;
        init => measure = Checked(value, "measure");
    }

    /// <summary>The sum of <see cref="Earning.Credited"/> over the window's earlier months.</summary>
    /// <exception cref="ArgumentOutOfRangeException">Larger than any window holds.</exception>
    public decimal Credited
    {
        get => credited;
        init => credited = Checked(value, "credited measure");
    }

    /// <summary>What those months booked before limits per partner and per program, in the program's currency.</summary>
    /// <exception cref="ArgumentOutOfRangeException">Larger than any window holds.</exception>
    public decimal Uncapped
    {
        get => uncapped;
        init => uncapped = Checked(value, "uncapped amount");
    }

    /// <summary>What those months booked after limits per partner and per program, in the program's currency.</summary>
    /// <exception cref="ArgumentOutOfRangeException">Larger than any window holds.</exception>
    public decimal Amount
    {
        get => amount;
        init => amount = Checked(value, "amount");
    }

    private static decimal Checked(decimal value, string what) => value is >= -Largest and <= Largest
        ? value
        : throw new ArgumentOutOfRangeException(nameof(value), value, $"The booked {what} is larger than any window holds.");
}
