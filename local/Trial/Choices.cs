using System;
using System.Collections.Generic;
using Microsoft.Xrm.Sdk;

namespace CrmAddon.Local.Trial;

/// <summary>The choice values of the solution that the trial writes, by the names that the sample files use.</summary>
public static class Choices
{
    private const int First = 770_000_000;

    /// <summary>The roles that partners can have.</summary>
    public static IReadOnlyList<string> Roles { get; } = ["ISV", "Reseller", "SI", "MSP", "Referral"];

    /// <summary>A partner's role on a deal or with a customer.</summary>
    public static OptionSetValue Role(string name) => Of(name, [.. Roles]);

    /// <summary>A partner's program track.</summary>
    public static OptionSetValue Track(string name) => Of(name, "ISV", "Reseller", "SI", "MSP");

    /// <summary>A partner's tier.</summary>
    public static OptionSetValue Tier(string name) => Of(name, "Registered", "Silver", "Gold", "Platinum");

    /// <summary>A deal's motion.</summary>
    public static OptionSetValue Motion(string name) => Of(name, "direct", "co_sell", "resale", "managed_service");

    /// <summary>Where a deal came from.</summary>
    public static OptionSetValue Source(string name) => Of(name, "direct", "marketing", "referral", "partner", "marketplace");

    /// <summary>How a row came to be: by import.</summary>
    public static OptionSetValue Imported => new(First + 3);

    private static OptionSetValue Of(string name, params string[] names)
    {
        int at = Array.FindIndex(names, one => string.Equals(one, name, StringComparison.OrdinalIgnoreCase));
        return at >= 0
            ? new OptionSetValue(First + at)
            : throw new TrialStoppedException($"'{name}' is none of {string.Join(", ", names)}; mend the sample file that says so.");
    }
}
