namespace CrmAddon.Plugins.Tables;

/// <summary>One text of a program's rules; immutable once published.</summary>
internal static class RuleVersion
{
    public const string Table = "cov_ruleversion";
    public const string Id = "cov_ruleversionid";
    public const string Name = "cov_name";
    public const string Program = "cov_programid";
    public const string Number = "cov_number";
    public const string Text = "cov_text";
    public const string Hash = "cov_hash";
    public const string EffectiveFrom = "cov_effectivefrom";
    public const string Author = "cov_authorid";
    public const string ApprovedBy = "cov_approvedbyid";
    public const string PublishedOn = "cov_publishedon";
    public const string Findings = "cov_findings";
    public const string State = "statecode";
    public const string Status = "statuscode";

    public static class StateOf
    {
        public const int Open = 0;
        public const int Final = 1;
    }

    public static class StatusOf
    {
        public const int Draft = 1;
        public const int InReview = 770000000;
        public const int Published = 2;
        public const int Retired = 770000001;
    }
}
