using System;
using CrmAddon.Local.Metadata;
using CrmAddon.Local.Pipeline;
using CrmAddon.Local.Query.Dates;

namespace CrmAddon.Local.Query;

/// <summary>What the parts of one translation share.</summary>
internal sealed class QueryContext(Organization organization, Caller caller)
{
    public Organization Organization { get; } = organization;

    public Caller Caller { get; } = caller;

    public SqlText Sql { get; } = new();

    public QuerySources Sources { get; } = new(organization, caller);

    /// <summary>The caller's time zone.</summary>
    public TimeZoneInfo Zone => field ??= Organization.UserTime.ZoneOf(Caller.UserId);

    /// <summary>The organization's fiscal settings.</summary>
    public FiscalCalendar Fiscal => field ??= FiscalCalendar.Of(Organization);

    /// <summary>Now, as the caller's clock shows it.</summary>
    public DateTime UserNow => TimeZoneInfo.ConvertTimeFromUtc(Organization.Now, Zone);

    public TableMetadata? Table(string name) => Organization.Metadata.Find(name);
}
