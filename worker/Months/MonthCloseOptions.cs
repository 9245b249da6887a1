using System;

namespace CrmAddon.Worker.Months;

/// <summary>How months are closed on their day; the configuration section <c>Months</c>.</summary>
public sealed class MonthCloseOptions
{
    /// <summary>How often a running service looks for months that are due, and asks again for one that was refused.</summary>
    public TimeSpan Interval { get; set; } = TimeSpan.FromHours(1);
}
