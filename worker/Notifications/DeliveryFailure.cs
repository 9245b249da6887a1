using System;

namespace CrmAddon.Worker.Notifications;

/// <summary>What an error of a delivery means for the notification and for those behind it.</summary>
/// <param name="Kind">What to do.</param>
/// <param name="Message">What happened, as a sentence for the notification's error column.</param>
/// <param name="RetryAfter">How long the other side asks to wait; null when it doesn't say.</param>
internal sealed record DeliveryFailure(DeliveryFailureKind Kind, string Message, TimeSpan? RetryAfter);
