namespace CrmAddon.Rules.Checking.Examples;

/// <summary>What an example's case earned in one month, as a ledger would keep it.</summary>
internal sealed record EarnedLine(Month Month, string Customer, string Rule, string Partner, string Role, string Product, Month? Window)
{
    public decimal Measure { get; init; }

    public decimal Credited { get; init; }

    /// <summary>Before limits per partner and per program.</summary>
    public decimal Uncapped { get; init; }

    /// <summary>After them.</summary>
    public decimal Amount { get; set; }

    /// <summary>The same whatever the month.</summary>
    public string Key => Rule + "|" + Partner + "|" + Role + "|" + Customer + "|" + Product;

    public static EarnedLine Of(Earning earning, Month month, string customer) => new(
        month, earning.CustomerKey ?? customer, earning.Rule, earning.PartnerKey, earning.Role, earning.Product, earning.Window)
    {
        Measure = earning.Measure,
        Credited = earning.Credited,
        Uncapped = earning.Amount,
        Amount = earning.Amount,
    };
}
