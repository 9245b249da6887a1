using System;
using System.Globalization;
using System.Net;
using System.Net.Http;

namespace CrmAddon.Worker.Notifications.Teams;

/// <summary>What it means that a workflow has not taken a card. It is one partner's: none of its failures keeps another partner's card back.</summary>
internal static class WorkflowFailure
{
    /// <summary>What an answer other than success means.</summary>
    public static DeliveryFailure Of(HttpResponseMessage answer, DateTimeOffset now)
    {
        var status = answer.StatusCode;
        var message = string.Create(CultureInfo.InvariantCulture, $"The partner's workflow in Teams answered {(int)status} ({status}).");
        if (status is HttpStatusCode.TooManyRequests or HttpStatusCode.RequestTimeout or >= HttpStatusCode.InternalServerError)
        {
            var asked = answer.Headers.RetryAfter is { } after ? after.Delta ?? after.Date - now : null;
            return new DeliveryFailure(DeliveryFailureKind.ThisOne, message, asked < TimeSpan.Zero ? TimeSpan.Zero : asked);
        }

        return new DeliveryFailure(
            DeliveryFailureKind.Permanent,
            message + " It was switched off or deleted, or its address is another by now: ask the partner for it, enter it, then set the row to Pending.",
            null);
    }

    /// <summary>What it means that there was no connection over which anything could have been sent; null where there was one.</summary>
    public static DeliveryFailure? OfNoConnection(HttpRequestException exception) => exception.HttpRequestError
        is HttpRequestError.ConnectionError or HttpRequestError.NameResolutionError or HttpRequestError.SecureConnectionError or HttpRequestError.ProxyTunnelError
        ? new DeliveryFailure(DeliveryFailureKind.ThisOne, $"The partner's workflow in Teams can't be reached ({exception.HttpRequestError}).", null)
        : null;
}
