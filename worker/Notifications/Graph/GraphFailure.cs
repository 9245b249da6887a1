using System;
using System.IO;
using System.Net;
using System.Net.Http;
using System.Threading.Tasks;
using Azure.Identity;
using Microsoft.Graph.Models.ODataErrors;
using Microsoft.Kiota.Abstractions;

namespace CrmAddon.Worker.Notifications.Graph;

/// <summary>What an error of Graph means for the mail and for those behind it.</summary>
internal static class GraphFailure
{
    /// <summary>Reads an exception of the Graph SDK; null when it is no failure of Graph but a defect, which nobody should hide.</summary>
    public static DeliveryFailure? Of(Exception exception, DateTimeOffset now) => exception switch
    {
        ODataError error => OfStatus(error, $"{error.Error?.Code}: {error.Error?.Message}", now),
        ApiException error => OfStatus(error, error.Message, now),
        AuthenticationFailedException error => new(DeliveryFailureKind.Everyone, "Signing in to Microsoft Graph failed: " + error.Message, null),
        HttpRequestException or IOException => new(DeliveryFailureKind.Everyone, "Microsoft Graph can't be reached: " + exception.Message, null),
        TaskCanceledException => new(DeliveryFailureKind.Everyone, "Microsoft Graph did not answer in time.", null),
        _ => null,
    };

    private static DeliveryFailure OfStatus(ApiException error, string reason, DateTimeOffset now)
    {
        var status = (HttpStatusCode)error.ResponseStatusCode;
        var message = $"Microsoft Graph answered {error.ResponseStatusCode} ({reason}).";
        var retryAfter = RetryAfter.Of(error.ResponseHeaders, now);
        return status switch
        {
            HttpStatusCode.TooManyRequests => new(DeliveryFailureKind.Everyone, message, retryAfter),
            HttpStatusCode.ServiceUnavailable when retryAfter is not null => new(DeliveryFailureKind.Everyone, message, retryAfter),
            HttpStatusCode.Unauthorized or HttpStatusCode.Forbidden => new(DeliveryFailureKind.Everyone,
                message + " The app needs Mail.ReadWrite and Mail.Send for the mailbox.", retryAfter),

            // What was there a moment ago is gone: the next attempt looks again and decides.
            HttpStatusCode.NotFound or HttpStatusCode.Conflict or HttpStatusCode.PreconditionFailed or HttpStatusCode.RequestTimeout =>
                new(DeliveryFailureKind.ThisOne, message, retryAfter),
            >= HttpStatusCode.InternalServerError => new(DeliveryFailureKind.ThisOne, message, retryAfter),
            _ => new(DeliveryFailureKind.Permanent, message, null),
        };
    }
}
