using System;

namespace CrmAddon.Worker.Notifications.Graph;

/// <summary>Where and as whom mails are sent; the configuration section <c>Graph</c>.</summary>
public sealed class GraphMailOptions
{
    /// <summary>The root of the Graph API with its version. Anything but the loopback address must be https.</summary>
    public Uri BaseUrl { get; set; } = new("https://graph.microsoft.com/v1.0");

    /// <summary>The user id or address of the mailbox that mails are sent from; the app needs Mail.ReadWrite and Mail.Send for it.</summary>
    public string Mailbox { get; set; } = "";

    /// <summary>Where answers go; null or empty for the mailbox itself.</summary>
    public string? ReplyTo { get; set; }

    /// <summary>The Entra tenant. With client id and secret the app signs in by these, without a secret as its machine's identity.</summary>
    public string? TenantId { get; set; }

    /// <summary>The app's id in Entra.</summary>
    public string? ClientId { get; set; }

    /// <summary>The app's secret: from the environment or a vault, never from a file of the project.</summary>
    public string? ClientSecret { get; set; }

    /// <summary>Whether mails are written as HTML (the default) or as plain text.</summary>
    public bool PlainText { get; set; }

    /// <summary>How long to wait for one answer of Graph. Four of these must fit into the time a claim is held.</summary>
    public TimeSpan Timeout { get; set; } = TimeSpan.FromSeconds(60);
}
