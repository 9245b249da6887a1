namespace CrmAddon.Local.GraphRecipient;

/// <summary>A mail that was sent.</summary>
/// <param name="Subject">Its subject.</param>
/// <param name="To">Whom it went to.</param>
/// <param name="File">The file that holds it, with its folder.</param>
public sealed record DeliveredMail(string Subject, string To, string File);
