namespace CrmAddon.Plugins.Tables;

/// <summary>One partner's, or the house's, part of one deal.</summary>
internal static class Split
{
    public const string Table = "cov_split";
    public const string Id = "cov_splitid";
    public const string Key = "cov_key";
    public const string Name = "cov_name";
    public const string Program = "cov_programid";
    public const string Opportunity = "cov_opportunityid";
    public const string Partner = "cov_partnerid";
    public const string Role = "cov_role";
    public const string IsHouse = "cov_ishouse";
    public const string Percent = "cov_percent";
    public const string Amount = "cov_amount";
    public const string IsFinal = "cov_isfinal";
    public const string RuleName = "cov_rulename";
    public const string Reason = "cov_reason";
    public const string Ruling = "cov_rulingid";
    public const string Currency = "transactioncurrencyid";
}
