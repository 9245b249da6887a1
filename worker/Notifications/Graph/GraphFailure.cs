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
/// <param name="Kind">What to do.</param>
/// <param name="Message">What happened, as a sentence for the notification's error column.</param>
/// <param name="RetryAfter">How long Graph asks to wait; null when it doesn't say.</param>
internal sealed record GraphFailure(GraphFailureKind Kind, string Message, TimeSpan? RetryAfter)
{
    /// <summary>Reads an exception of the Graph SDK; null when it is no failure of Graph but a defect, which nobody should hide.</summary>
    public static GraphFailure? Of(Exception exception, DateTimeOffset now) => exception switch
    {
        ODataError error => OfStatus(error, $"{error.Error?.Code}: {error.Error?.Message}", now),
        ApiException error => OfStatus(error, error.Message, now),
        AuthenticationFailedException error => new(GraphFailureKind.Everyone, "Signing in to Microsoft Graph failed: " + error.Message, null),
        HttpRequestException or IOException => new(GraphFailureKind.Everyone, "Microsoft Graph can't be reached: " + exception.Message, null),
        TaskCanceledException => new(GraphFailureKind.Everyone, "Microsoft Graph did not answer in time.", null),
        _ => null,
    };

    private static GraphFailure OfStatus(ApiException error, string reason, DateTimeOffset now)
    {
        var status = (HttpStatusCode)error.ResponseStatusCode;
        var message = $"Microsoft Graph answered {error.ResponseStatusCode} ({reason}).";
        var retryAfter = Graph.RetryAfter.Of(error.ResponseHeaders, now);
        return status switch
        {
            HttpStatusCode.TooManyRequests => new(GraphFailureKind.Everyone, message, retryAfter),
            HttpStatusCode.ServiceUnavailable when retryAfter is not null => new(GraphFailureKind.Everyone, message, retryAfter),
            HttpStatusCode.Unauthorized or HttpStatusCode.Forbidden => new(GraphFailureKind.Everyone,
                message + " The app needs Mail.ReadWrite and Mail.Send for the mailbox.", retryAfter),

            // What was there a moment ago is gone: the next attempt looks again and decides.
            HttpStatusCode.NotFound or HttpStatusCode.Conflict or HttpStatusCode.PreconditionFailed or HttpStatusCode.RequestTimeout =>
                new(GraphFailureKind.ThisMail, message, retryAfter),
            >= HttpStatusCode.InternalServerError => new(GraphFailureKind.ThisMail, message, retryAfter),
            _ => new(GraphFailureKind.Permanent, message, null),
        };
    }
}
