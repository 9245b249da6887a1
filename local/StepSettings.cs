using System;

namespace CrmAddon.Local;

/// <summary>
/// What an administrator sets on a registered step, beside what its class declares: the fields of sdkmessageprocessingstep that
/// differ from environment to environment.
/// </summary>
public sealed record StepSettings
{
    /// <summary>The step's user ("Run in User's Context"); null: the calling user.</summary>
    public Guid? RunAs { get; init; }

    /// <summary>Unsecure configuration for the class's constructor; null: what the class declares.</summary>
    public string? Configuration { get; init; }

    /// <summary>Secure configuration for the class's constructor <c>(string, string)</c>.</summary>
    public string? SecureConfiguration { get; init; }

    /// <summary>The step is registered but not run.</summary>
    public bool Disabled { get; init; }
}
