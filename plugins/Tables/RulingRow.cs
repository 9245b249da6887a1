namespace CrmAddon.Plugins.Tables;

/// <summary>The evidence of one judgement.</summary>
internal static class RulingRow
{
    public const string Table = "cov_ruling";
    public const string Id = "cov_rulingid";
    public const string Number = "cov_name";
    public const string Kind = "cov_kind";
    public const string Program = "cov_programid";
    public const string RuleVersion = "cov_ruleversionid";
    public const string Opportunity = "cov_opportunityid";
    public const string Customer = "cov_customerid";
    public const string Partner = "cov_partnerid";
    public const string Month = "cov_month";
    public const string BusinessDate = "cov_businessdate";
    public const string Summary = "cov_summary";
    public const string Inputs = "cov_inputs";
    public const string Result = "cov_result";
    public const string Derivation = "cov_derivation";
    public const string Hash = "cov_hash";
    public const string Previous = "cov_previousid";
    public const string PreviousHash = "cov_previoushash";
    public const string CreatedOn = "createdon";

    public static class KindOf
    {
        public const int Deal = 770000000;
        public const int CustomerMonth = 770000001;
        public const int PartnerMonth = 770000002;
        public const int Clawback = 770000003;
        public const int Tier = 770000004;
    }
}
