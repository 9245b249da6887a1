namespace CrmAddon.Plugins.Tables;

/// <summary>Work that the asynchronous service is to do again for one subject and month.</summary>
internal static class WorkItem
{
    public const string Table = "cov_workitem";
    public const string Id = "cov_workitemid";
    public const string Key = "cov_key";
    public const string Name = "cov_name";
    public const string Program = "cov_programid";
    public const string Kind = "cov_kind";
    public const string Customer = "cov_customerid";
    public const string Opportunity = "cov_opportunityid";
    public const string Partner = "cov_partnerid";
    public const string Month = "cov_month";
    public const string RequestedOn = "cov_requestedon";
    public const string StartedOn = "cov_startedon";
    public const string Subjects = "cov_subjects";
    public const string Ripple = "cov_ripple";
    public const string State = "statecode";
    public const string Status = "statuscode";

    public static class StateOf
    {
        public const int Waiting = 0;
        public const int Done = 1;
    }

    public static class StatusOf
    {
        public const int Waiting = 1;
        public const int Done = 2;
    }

    public static class KindOf
    {
        public const int JudgeUsage = 770000000;
        public const int ApplyLimits = 770000001;
        public const int CloseMonth = 770000002;
        public const int JudgeDeal = 770000003;
        public const int ApplyVersion = 770000004;
        public const int JudgeTier = 770000005;
    }
}
