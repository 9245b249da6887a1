namespace CrmAddon.Worker.Notifications.Mails;

/// <summary>Where a part of a notification is shown.</summary>
internal enum MailPlace
{
    /// <summary>In mails and on cards.</summary>
    Everywhere,

    /// <summary>In mails alone, which have room and can be answered.</summary>
    Mail,

    /// <summary>On cards alone.</summary>
    Card,
}
