namespace CrmAddon.Plugins.Tables;

/// <summary>A line of the commission ledger.</summary>
internal static class Entry
{
    public const string Table = "cov_entry";
    public const string Id = "cov_entryid";
    public const string Key = "cov_key";
    public const string Name = "cov_name";
    public const string Program = "cov_programid";
    public const string Partner = "cov_partnerid";
    public const string Customer = "cov_customerid";
    public const string Opportunity = "cov_opportunityid";
    public const string Role = "cov_role";
    public const string RuleName = "cov_rulename";
    public const string RuleVersion = "cov_ruleversionid";
    public const string EarnedMonth = "cov_earnedmonth";
    public const string BookedMonth = "cov_bookedmonth";
    public const string Kind = "cov_kind";
    public const string Amount = "cov_amount";
    public const string Uncapped = "cov_uncapped";
    public const string Measure = "cov_measure";
    public const string Credited = "cov_credited";
    public const string Product = "cov_productnumber";
    public const string IsHold = "cov_ishold";
    public const string ReleaseMonth = "cov_releasemonth";
    public const string Ruling = "cov_rulingid";
    public const string Statement = "cov_statementid";
    public const string Corrects = "cov_correctsid";
    public const string Currency = "transactioncurrencyid";
    public const string State = "statecode";
    public const string Status = "statuscode";

    public static class StateOf
    {
        public const int Provisional = 0;
        public const int Booked = 1;
    }

    public static class StatusOf
    {
        public const int Provisional = 1;
        public const int Posted = 2;
        public const int Held = 770000000;
        public const int Released = 770000001;
        public const int Approved = 770000002;
        public const int Paid = 770000003;
    }

    public static class KindOf
    {
        public const int Accrual = 770000000;
        public const int Adjustment = 770000001;
        public const int Clawback = 770000002;
        public const int Release = 770000003;
        public const int Manual = 770000004;
    }
}
