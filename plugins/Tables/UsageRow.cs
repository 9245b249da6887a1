namespace CrmAddon.Plugins.Tables;

/// <summary>A customer's consumption of a product in a charge month.</summary>
internal static class UsageRow
{
    public const string Table = "cov_usage";
    public const string Id = "cov_usageid";
    public const string Source = "cov_source";
    public const string Customer = "cov_customerid";
    public const string Product = "cov_productid";
    public const string ChargeMonth = "cov_chargemonth";
    public const string BillingMonth = "cov_billingmonth";
    public const string Amount = "cov_amount";
    public const string Currency = "transactioncurrencyid";
}
