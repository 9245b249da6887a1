using System;
using System.Collections.Generic;

namespace CrmAddon.Worker.Notifications;

/// <summary>What a pass of the sender did.</summary>
/// <param name="Reports">What became of each notification that it took up, in order.</param>
/// <param name="PausedUntil">
/// Until when the sender rests because Graph refused the mailbox or could not be reached; null when it came to the end of what is due.
/// </param>
public sealed record NotificationPass(IReadOnlyList<NotificationReport> Reports, DateTimeOffset? PausedUntil);
