using System;
using CrmAddon.Local.WebApi.Protection;

namespace CrmAddon.Local.WebApi;

/// <summary>How the Web API of a local Dataverse is served.</summary>
public sealed class WebApiOptions
{
    /// <summary>The port on the loopback address; 0 takes a free one.</summary>
    public int Port { get; init; }

    /// <summary>What a user may ask; null: anything.</summary>
    public ServiceProtectionLimits? ServiceProtection { get; init; }

    /// <summary>The contact who visits the portal until somebody signs in; null: an anonymous visitor.</summary>
    public Guid? PortalContact { get; init; }

    /// <summary>The longest body that is taken, in bytes; a longer one is refused with 413.</summary>
    public long LongestBody { get; init; } = 128L * 1024 * 1024;
}
