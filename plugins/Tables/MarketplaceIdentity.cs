namespace CrmAddon.Plugins.Tables;

/// <summary>Which customer or partner stands behind an account and agreement of a marketplace, from and until.</summary>
internal static class MarketplaceIdentity
{
    public const string Table = "cov_marketplaceidentity";
    public const string Id = "cov_marketplaceidentityid";
    public const string Name = "cov_name";
    public const string Marketplace = "cov_marketplace";
    public const string Kind = "cov_kind";
    public const string Account = "cov_account";
    public const string Agreement = "cov_agreement";
    public const string From = "cov_from";
    public const string Until = "cov_until";
    public const string Customer = "cov_customerid";
    public const string Partner = "cov_partnerid";
    public const string Role = "cov_role";
    public const string State = "statecode";
    public const string Status = "statuscode";

    public static class StateOf
    {
        public const int Active = 0;
        public const int Inactive = 1;
    }

    public static class KindOf
    {
        public const int Buyer = 770000000;
        public const int Seller = 770000001;
    }
}
