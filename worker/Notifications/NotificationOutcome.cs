namespace CrmAddon.Worker.Notifications;

/// <summary>What became of a notification in a pass of the sender.</summary>
public enum NotificationOutcome
{
    /// <summary>Graph confirmed the mail.</summary>
    Sent,

    /// <summary>It will be tried again later.</summary>
    Postponed,

    /// <summary>It will never be tried again unless a person sets it to Pending.</summary>
    Failed,

    /// <summary>Another sender has it.</summary>
    Taken,
}
