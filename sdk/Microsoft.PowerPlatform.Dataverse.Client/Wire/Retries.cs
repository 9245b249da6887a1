using System;
using System.Net;
using System.Net.Http;
using System.Threading.Tasks;
using Microsoft.PowerPlatform.Dataverse.Client.Utils;
using Polly;
using Polly.Retry;

namespace Microsoft.PowerPlatform.Dataverse.Client.Wire;

/// <summary>
/// When a request is sent again. A refusal with 429, or with 503 and <c>Retry-After</c>, was not carried out: every request may come
/// again, after the time that the platform asks for ("Service protection API limits"). After any other failure nobody knows whether
/// a request was carried out; only those that change nothing are repeated then, a few times.
/// </summary>
internal static class Retries
{
    /// <summary>Attempts after failures that are no refusal for load.</summary>
    private const int Blips = 3;

    public static ResiliencePipeline<WireAnswer> Of(int count, TimeSpan pause, bool mayRepeat, TimeProvider clock)
    {
        var builder = new ResiliencePipelineBuilder<WireAnswer> { TimeProvider = clock };
        return (count < 1 ? builder : builder.AddRetry(new RetryStrategyOptions<WireAnswer>
        {
            MaxRetryAttempts = count,
            ShouldHandle = arguments => ValueTask.FromResult(
                IsThrottled(arguments.Outcome.Result) || (mayRepeat && arguments.AttemptNumber < Blips && IsBlip(arguments.Outcome))),
            DelayGenerator = arguments => ValueTask.FromResult<TimeSpan?>(
                arguments.Outcome.Result?.RetryAfter(clock.GetUtcNow()) ?? Pause(pause, arguments.AttemptNumber)),
        })).Build();
    }

    public static bool IsThrottled(WireAnswer? answer) =>
        answer is { Status: HttpStatusCode.TooManyRequests }
        || (answer is { Status: HttpStatusCode.ServiceUnavailable } && answer.Header("Retry-After") is not null);

    private static bool IsBlip(Outcome<WireAnswer> outcome) => outcome switch
    {
        { Exception: DataverseConnectionException { InnerException: HttpRequestException } } => true,
        { Result.Status: HttpStatusCode.BadGateway or HttpStatusCode.ServiceUnavailable or HttpStatusCode.GatewayTimeout } => true,
        _ => false,
    };

    // A little more each time, and not the same for all clients, which otherwise would come back together.
    private static TimeSpan Pause(TimeSpan pause, int attempt) =>
        pause * Math.Min(attempt + 1, 4) * (0.9 + (0.2 * Random.Shared.NextDouble()));
}
