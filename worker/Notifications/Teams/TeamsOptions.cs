using System;
using System.Collections.Generic;

namespace CrmAddon.Worker.Notifications.Teams;

/// <summary>Which workflows cards are sent to; the configuration section <c>Teams</c>.</summary>
public sealed class TeamsOptions
{
    // Where Power Automate has the addresses of workflows, before and since their move of 2025.
    private static readonly string[] PowerAutomate = ["logic.azure.com", "api.powerplatform.com"];

    /// <summary>
    /// The hosts that a partner's workflow may be on, with all that is below them; empty for those of Power Automate. Whoever may enter a
    /// partner's address in the CRM can't make the worker call anything else.
    /// </summary>
    public IList<string> Hosts { get; } = [];

    /// <summary>How long to wait for one answer.</summary>
    public TimeSpan Timeout { get; set; } = TimeSpan.FromSeconds(30);

    /// <summary>Whether an address is one that cards may be sent to: https (on loopback also http), and on one of the hosts.</summary>
    public bool Allows(Uri address)
    {
        ArgumentNullException.ThrowIfNull(address);
        if (address.Scheme != Uri.UriSchemeHttps && !(address.IsLoopback && address.Scheme == Uri.UriSchemeHttp))
            return false;
        foreach (var host in Hosts.Count > 0 ? Hosts : PowerAutomate)
        {
            if (address.Host.Equals(host, StringComparison.OrdinalIgnoreCase) || address.Host.EndsWith("." + host, StringComparison.OrdinalIgnoreCase))
                return true;
        }

        return false;
    }
}
