namespace CrmAddon.Worker.Months;

/// <summary>How far a month that is due has come.</summary>
public enum MonthOutcome
{
    /// <summary>It is closed for good.</summary>
    Closed,

    /// <summary>It takes nothing more; the CRM is still posting the entries of its partners.</summary>
    Closing,

    /// <summary>The CRM refuses to close it as things stand; asked again, it may not.</summary>
    Refused,
}
