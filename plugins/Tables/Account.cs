namespace CrmAddon.Plugins.Tables;

/// <summary>A customer or a partner's company.</summary>
internal static class Account
{
    public const string Table = "account";
    public const string Id = "accountid";
    public const string Name = "name";
    public const string CustomerStatus = "cov_customerstatus";
    public const string CustomerStatusSince = "cov_customerstatussince";
}
