namespace CrmAddon.Worker.Notifications.Graph;

/// <summary>Whom a failure of Graph concerns.</summary>
internal enum GraphFailureKind
{
    /// <summary>The mailbox or the connection: every other mail would meet the same, so all of them wait.</summary>
    Everyone,

    /// <summary>This mail, for now: it is tried again later, the others go on.</summary>
    ThisMail,

    /// <summary>This mail, for good: Graph will never take it as it is.</summary>
    Permanent,
}
