namespace CrmAddon.Worker.Notifications;

/// <summary>Whom a failure of a delivery concerns.</summary>
internal enum DeliveryFailureKind
{
    /// <summary>The channel as a whole: every other notification would meet the same, so all of them wait.</summary>
    Everyone,

    /// <summary>This notification, for now: it is tried again later, the others go on.</summary>
    ThisOne,

    /// <summary>This notification, for good: it will never be taken as it is.</summary>
    Permanent,
}
