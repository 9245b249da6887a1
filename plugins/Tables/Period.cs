namespace CrmAddon.Plugins.Tables;

/// <summary>One month of a program's books.</summary>
internal static class Period
{
    public const string Table = "cov_period";
    public const string Id = "cov_periodid";
    public const string Name = "cov_name";
    public const string Program = "cov_programid";
    public const string Month = "cov_month";
    public const string Total = "cov_total";
    public const string Entries = "cov_entries";
    public const string Hash = "cov_hash";
    public const string ClosedOn = "cov_closedon";
    public const string Currency = "transactioncurrencyid";
    public const string State = "statecode";
    public const string Status = "statuscode";

    public static class StateOf
    {
        public const int Open = 0;
        public const int Closed = 1;
    }

    public static class StatusOf
    {
        public const int Open = 1;
        public const int Closing = 770000000;
        public const int Closed = 2;
    }
}
