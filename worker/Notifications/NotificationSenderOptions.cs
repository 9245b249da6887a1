using System;

namespace CrmAddon.Worker.Notifications;

/// <summary>How the sender works off the outbox; the configuration section <c>Notifications</c>.</summary>
public sealed class NotificationSenderOptions
{
    /// <summary>
    /// Who this sender is: it stands on the rows that it works on. Two senders at once need two names; a sender that starts again
    /// under the name that it had takes up what it left at once.
    /// </summary>
    public string Name { get; set; } = $"{Environment.MachineName}/{Environment.ProcessId}";

    /// <summary>
    /// How long a row belongs to the sender that claimed it; another may take it over afterwards. Longer than all requests of one
    /// delivery may take together.
    /// </summary>
    public TimeSpan Claim { get; set; } = TimeSpan.FromMinutes(10);

    /// <summary>Whether anything is sent. While it is not, the outbox waits.</summary>
    public bool Enabled { get; set; } = true;

    /// <summary>The partner portal, to which mails link; null for no link.</summary>
    public Uri? PortalUrl { get; set; }

    /// <summary>How often a mail may fail for reasons of its own before the sender gives up and marks it Failed.</summary>
    public int Attempts { get; set; } = 8;

    /// <summary>How often a running service looks for what is due.</summary>
    public TimeSpan Interval { get; set; } = TimeSpan.FromMinutes(1);

    /// <summary>The wait after the first failure; it doubles from one to the next, unless Graph says how long to wait.</summary>
    public TimeSpan FirstWait { get; set; } = TimeSpan.FromMinutes(1);

    /// <summary>The longest wait of the sender's own; what Graph asks for is obeyed at any length.</summary>
    public TimeSpan LongestWait { get; set; } = TimeSpan.FromHours(2);
}
