namespace CrmAddon.Plugins.Tables;

/// <summary>A partner's standing role with a customer; both dates are inclusive.</summary>
internal static class Engagement
{
    public const string Table = "cov_engagement";
    public const string Id = "cov_engagementid";
    public const string Customer = "cov_customerid";
    public const string Partner = "cov_partnerid";
    public const string Role = "cov_role";
    public const string From = "cov_from";
    public const string Until = "cov_until";
    public const string Weight = "cov_weight";
    public const string Origin = "cov_origin";
    public const string State = "statecode";
    public const string Status = "statuscode";

    public static class StateOf
    {
        public const int Active = 0;
        public const int Inactive = 1;
    }

    public static class OriginOf
    {
        public const int Marketplace = 770000002;
    }
}
