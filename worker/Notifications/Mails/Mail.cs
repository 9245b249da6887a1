namespace CrmAddon.Worker.Notifications.Mails;

/// <summary>A mail ready to be sent, in both forms.</summary>
/// <param name="Subject">One line.</param>
/// <param name="Html">The body as a whole HTML document; every text in it is escaped.</param>
/// <param name="Text">The same body as plain text.</param>
public sealed record Mail(string Subject, string Html, string Text);
