namespace CrmAddon.Benchmarks;

/// <summary>One rule with three branches and nothing around it: what a partner's customer earns in a month.</summary>
internal static class Rates
{
    public const string Program = """
        language 1
        program "Rates" in USD
        role MSP

        credit "All"
          for usage
          shares MSP 100%

        commission "Recurring share"
          for MSP
          every month on credited usage, per customer
          while customer.status is active
          graduated
            above 0        5%
            above 10,000   8%
            above 50,000  10%
        """;

    public const decimal Usage = 62_000m;

    public const decimal Earned = 4_900.00m;
}
