using System;

namespace CrmAddon.Benchmarks;

/// <summary>The rules as a C# programmer would write them, in decimals, for nothing but these programs.</summary>
internal static class ByHand
{
    /// <summary>The rule of <see cref="Rates"/>.</summary>
    public static decimal Rate(string status, decimal usage)
    {
        if (!string.Equals(status, "active", StringComparison.Ordinal))
            return 0m;

        return decimal.Round(Steps(usage), 2, MidpointRounding.ToEven);
    }

    /// <summary>The sample's recurring share of the partner in the role MSP: credit, churn, growth, steps, rounding.</summary>
    /// <param name="status">The customer's.</param>
    /// <param name="usage">Six months, the judged one first.</param>
    /// <param name="roles">The roles that are filled, one partner each.</param>
    public static decimal Month(string status, decimal[] usage, string[] roles)
    {
        decimal filled = 0m;
        decimal own = 0m;
        foreach (string role in roles)
        {
            decimal share = Share(role);
            filled += share;
            if (role == "MSP")
                own += share;
        }

        if (own == 0m || HasChurned(status, usage))
            return 0m;

        decimal before = usage[3] + usage[4] + usage[5];
        bool grows = before > 0m && (usage[0] + usage[1] + usage[2] - before) / before > 0.15m;
        decimal earned = Steps(usage[0] * own / filled) * (grows ? 1.25m : 1m);
        return decimal.Round(earned, 2, MidpointRounding.ToEven);
    }

    /// <summary>The sample's split of a deal: parts by role, in cents, by largest remainder.</summary>
    public static void Split(decimal amount, string[] roles, decimal[] parts, decimal[] remainders)
    {
        decimal filled = 0m;
        foreach (string role in roles)
            filled += Share(role);

        decimal left = amount * 100m;
        for (int i = 0; i < roles.Length; i++)
        {
            decimal exact = amount * 100m * Share(roles[i]) / filled;
            parts[i] = decimal.Truncate(exact);
            remainders[i] = exact - parts[i];
            left -= parts[i];
        }

        for (; left > 0m; left--)
        {
            int largest = 0;
            for (int i = 1; i < roles.Length; i++)
            {
                if (remainders[i] > remainders[largest])
                    largest = i;
            }

            parts[largest]++;
            remainders[largest] = -1m;
        }

        for (int i = 0; i < roles.Length; i++)
            parts[i] /= 100m;
    }

    private static decimal Share(string role) => role switch
    {
        "ISV" or "Reseller" => 0.30m,
        "SI" => 0.15m,
        "MSP" => 0.25m,
        _ => 0m,
    };

    private static bool HasChurned(string status, decimal[] usage) =>
        string.Equals(status, "cancelled", StringComparison.Ordinal)
        || (usage[0] < 0.05m * (usage[0] + usage[1] + usage[2]) / 3m && usage[1] < 0.05m * (usage[1] + usage[2] + usage[3]) / 3m);

    private static decimal Steps(decimal usage)
    {
        decimal earned = 0m;
        if (usage > 0m)
            earned += (usage > 10_000m ? 10_000m : usage) * 0.05m;
        if (usage > 10_000m)
            earned += ((usage > 50_000m ? 50_000m : usage) - 10_000m) * 0.08m;
        if (usage > 50_000m)
            earned += (usage - 50_000m) * 0.10m;
        return earned;
    }
}
