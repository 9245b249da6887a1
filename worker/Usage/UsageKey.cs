using System;
using System.Collections.Generic;

namespace CrmAddon.Worker.Usage;

/// <summary>What one stored row of usage is the sum of: a customer's charges for a service, by month consumed and month billed.</summary>
/// <param name="Provider">Who sells the service.</param>
/// <param name="BillingAccount">The account that is invoiced; empty when the file doesn't say.</param>
/// <param name="SubAccount">The account that consumes.</param>
/// <param name="Service">What is consumed.</param>
/// <param name="ChargeMonth">First day of the month (UTC) in which the consumption began.</param>
/// <param name="BillingMonth">First day of the month (UTC) in which the billing period began.</param>
public readonly record struct UsageKey(
    string Provider, string BillingAccount, string SubAccount, string Service, DateOnly ChargeMonth, DateOnly BillingMonth)
{
    /// <summary>The same key whatever the case of the letters, as Dataverse compares texts: exports mix the case of account ids.</summary>
    public static IEqualityComparer<UsageKey> IgnoringCase { get; } = EqualityComparer<UsageKey>.Create(
        static (x, y) => x.ChargeMonth == y.ChargeMonth && x.BillingMonth == y.BillingMonth && Same(x.SubAccount, y.SubAccount) &&
            Same(x.Service, y.Service) && Same(x.BillingAccount, y.BillingAccount) && Same(x.Provider, y.Provider),
        static key => HashCode.Combine(
            key.ChargeMonth, key.BillingMonth, Hash(key.SubAccount), Hash(key.Service), Hash(key.BillingAccount), Hash(key.Provider)));

    /// <summary>Where the row comes from: provider and billing account, as <c>cov_source</c> holds it.</summary>
    public string Source => BillingAccount.Length == 0 ? Provider : $"{Provider}/{BillingAccount}";

    private static bool Same(string x, string y) => string.Equals(x, y, StringComparison.OrdinalIgnoreCase);

    private static int Hash(string text) => text.GetHashCode(StringComparison.OrdinalIgnoreCase);
}
