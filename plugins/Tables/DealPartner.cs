namespace CrmAddon.Plugins.Tables;

/// <summary>A partner on the roster of a deal.</summary>
internal static class DealPartner
{
    public const string Table = "cov_dealpartner";
    public const string Id = "cov_dealpartnerid";
    public const string Opportunity = "cov_opportunityid";
    public const string Partner = "cov_partnerid";
    public const string Role = "cov_role";
    public const string Weight = "cov_weight";
    public const string OwnPercent = "cov_ownpercent";
    public const string EngagedOn = "cov_engagedon";
    public const string State = "statecode";
    public const string Status = "statuscode";

    public static class StateOf
    {
        public const int Active = 0;
        public const int Inactive = 1;
    }
}
