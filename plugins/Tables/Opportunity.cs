namespace CrmAddon.Plugins.Tables;

/// <summary>A deal; its states are Open 0, Won 1 and Lost 2.</summary>
internal static class Opportunity
{
    public const string Table = "opportunity";
    public const string Id = "opportunityid";
    public const string Name = "name";
    public const string Customer = "customerid";
    public const string EstimatedValue = "estimatedvalue";
    public const string ActualValue = "actualvalue";
    public const string EstimatedClose = "estimatedclosedate";
    public const string ActualClose = "actualclosedate";
    public const string Stage = "stepname";
    public const string Currency = "transactioncurrencyid";
    public const string ExchangeRate = "exchangerate";
    public const string DealNumber = "cov_dealnumber";
    public const string Motion = "cov_motion";
    public const string Source = "cov_source";
    public const string SourcingPartner = "cov_sourcingpartnerid";
    public const string SharesReason = "cov_sharesreason";
    public const string SharesSetBy = "cov_sharessetbyid";
    public const string Product = "cov_productid";
    public const string State = "statecode";
    public const string Status = "statuscode";

    public static class StateOf
    {
        public const int Open = 0;
        public const int Won = 1;
        public const int Lost = 2;
    }
}
