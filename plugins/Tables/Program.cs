namespace CrmAddon.Plugins.Tables;

/// <summary>A partner program; the open month is the first whose books are open.</summary>
internal static class Program
{
    public const string Table = "cov_program";
    public const string Id = "cov_programid";
    public const string Name = "cov_name";
    public const string Code = "cov_code";
    public const string Currency = "transactioncurrencyid";
    public const string OpenMonth = "cov_openmonth";
    public const string DisputeWindow = "cov_disputewindow";
    public const string FiscalYearStart = "cov_fiscalyearstart";
    public const string State = "statecode";
    public const string Status = "statuscode";

    /// <summary>The option January of the choice cov_calendarmonth; the other months follow.</summary>
    public const int FirstMonth = 770000000;
}
