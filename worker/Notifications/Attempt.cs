namespace CrmAddon.Worker.Notifications;

/// <summary>How an attempt to deliver a notification ended, where no error says so.</summary>
/// <param name="Outcome">What became of it.</param>
/// <param name="Reason">Why it was not delivered; null when it was.</param>
internal sealed record Attempt(NotificationOutcome Outcome, string? Reason = null)
{
    /// <summary>The other side has confirmed it.</summary>
    public static Attempt Sent { get; } = new(NotificationOutcome.Sent);

    /// <summary>Another sender has the row.</summary>
    public static Attempt Taken { get; } = new(NotificationOutcome.Taken);

    /// <summary>It can't be delivered as it is.</summary>
    public static Attempt Failed(string reason) => new(NotificationOutcome.Failed, reason);
}
