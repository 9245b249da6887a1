using System;

namespace CrmAddon.Worker.Notifications;

/// <summary>What became of one notification.</summary>
/// <param name="Id">The row of <c>cov_notification</c>.</param>
/// <param name="Subject">Its subject.</param>
/// <param name="Recipient">Whom it is for.</param>
/// <param name="Outcome">What became of it.</param>
/// <param name="Reason">Why it was not sent; null when it was.</param>
public sealed record NotificationReport(Guid Id, string Subject, string Recipient, NotificationOutcome Outcome, string? Reason);
