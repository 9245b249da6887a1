namespace CrmAddon.Worker.Usage;

/// <summary>What <c>cov_usage.cov_amount</c> can hold: a decimal column of Dataverse.</summary>
internal static class StoredAmount
{
    /// <summary>The largest amount, on either side of zero.</summary>
    public const decimal Limit = 100_000_000_000m;

    /// <summary>Digits after the point.</summary>
    public const int Decimals = 10;

    /// <summary>The sum as it is stored: rounded once, half to even, to ten decimals; null when it is out of the column's range.</summary>
    public static decimal? Of(ExactAmount sum) =>
        sum.TryRound(Decimals, out var amount) && amount is <= Limit and >= -Limit ? amount : null;
}
