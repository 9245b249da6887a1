namespace CrmAddon.Worker.Notifications.Graph;

/// <summary>A mail as the mailbox holds it.</summary>
/// <param name="Id">Its immutable id, which stays the same when a draft is sent.</param>
/// <param name="IsDraft">False once it was handed to delivery.</param>
internal sealed record MailboxItem(string Id, bool IsDraft);
