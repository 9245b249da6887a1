namespace CrmAddon.Plugins.Tables;

/// <summary>A sale that a marketplace reports, and who was behind it.</summary>
internal static class MarketplaceTransaction
{
    public const string Table = "cov_marketplacetransaction";
    public const string Id = "cov_marketplacetransactionid";
    public const string Name = "cov_name";
    public const string Marketplace = "cov_marketplace";
    public const string TransactionId = "cov_transactionid";
    public const string Kind = "cov_kind";
    public const string BuyerAccount = "cov_buyeraccount";
    public const string SubscriberAccount = "cov_subscriberaccount";
    public const string SellerAccount = "cov_selleraccount";
    public const string Agreement = "cov_agreement";
    public const string SoldOn = "cov_soldon";
    public const string From = "cov_from";
    public const string Until = "cov_until";
    public const string Customer = "cov_customerid";
    public const string Partner = "cov_partnerid";
    public const string Role = "cov_role";
    public const string Engagement = "cov_engagementid";
    public const string MatchedBy = "cov_matchedbyid";
    public const string MatchedOn = "cov_matchedon";
    public const string Note = "cov_note";
    public const string State = "statecode";
    public const string Status = "statuscode";

    public static class KindOf
    {
        public const int Refund = 770000003;
    }

    public static class StateOf
    {
        public const int Open = 0;
        public const int Settled = 1;
    }

    public static class StatusOf
    {
        public const int Unmatched = 1;
        public const int Matched = 2;
        public const int NoPartner = 770000000;
        public const int Ignored = 770000001;
    }
}
