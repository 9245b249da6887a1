using System;

namespace CrmAddon.Local.WebApi.Protection;

/// <summary>
/// What a user may ask of the Web API within a sliding window; the defaults are the platform's.
/// <see href="https://learn.microsoft.com/power-apps/developer/data-platform/api-limits">Service protection API limits</see>
/// </summary>
public sealed record ServiceProtectionLimits
{
    /// <summary>Requests within the window.</summary>
    public int Requests { get; init; } = 6000;

    /// <summary>Combined time of execution within the window.</summary>
    public TimeSpan Execution { get; init; } = TimeSpan.FromMinutes(20);

    /// <summary>Requests at the same time.</summary>
    public int Concurrent { get; init; } = 52;

    /// <summary>Length of the window, in whole seconds.</summary>
    public TimeSpan Window { get; init; } = TimeSpan.FromMinutes(5);
}
