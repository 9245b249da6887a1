using System;
using System.Collections.Concurrent;
using System.Collections.Generic;
using System.Linq;
using System.Net.Http;
using System.Net.Http.Headers;
using System.Threading;
using System.Threading.Tasks;
using Microsoft.PowerPlatform.Dataverse.Client.Tables;
using Microsoft.PowerPlatform.Dataverse.Client.Utils;
using Polly;

namespace Microsoft.PowerPlatform.Dataverse.Client.Wire;

/// <summary>Sends requests as one client: on whose behalf, how patiently, and what went wrong last.</summary>
internal sealed class Session(WebApiConnection connection)
{
    private readonly ConcurrentDictionary<(int, TimeSpan, bool), ResiliencePipeline<WireAnswer>> pipelines = new();

    public WebApiConnection Connection { get; } = connection;

    public TableCatalog Tables => Connection.Tables;

    public AffinityCookie Affinity { get; } = new();

    /// <summary>The user that requests are made for; empty: who signed in.</summary>
    public Guid CallerId { get; set; }

    /// <summary>The same by the user's id in Entra.</summary>
    public Guid? CallerObjectId { get; set; }

    public Guid? SessionTrackingId { get; set; }

    /// <summary>Whether the platform shall look whether its definitions are the newest.</summary>
    public bool IsConsistencyForced { get; set; }

    public int MaxRetryCount { get; set; } = 10;

    public TimeSpan RetryPauseTime { get; set; } = TimeSpan.FromSeconds(5);

    public Exception? LastException { get; private set; }

    /// <summary>Sends a request, again where that is safe, and gives its answer.</summary>
    /// <exception cref="System.ServiceModel.FaultException">The platform refused it.</exception>
    /// <exception cref="DataverseConnectionException">The environment can't be reached or doesn't let the client in.</exception>
    /// <exception cref="DataverseOperationException">It failed in another way.</exception>
    public async Task<WireAnswer> SendAsync(WireRequest request, CancellationToken stop) => Checked(await AskAsync(request, stop).ConfigureAwait(false));

    /// <summary>An answer that is no refusal.</summary>
    public WireAnswer Checked(WireAnswer answer) => answer.IsSuccess ? answer : throw WireFaults.Of(answer, Connection.Address.Host);

    /// <summary>As <see cref="SendAsync"/>, but a refusal is an answer like any other: for batches, whose parts tell for themselves.</summary>
    public async Task<WireAnswer> AskAsync(WireRequest request, CancellationToken stop)
    {
        var pipeline = pipelines.GetOrAdd(
            (MaxRetryCount, RetryPauseTime, request.MayRepeat),
            key => Retries.Of(key.Item1, key.Item2, key.Item3, Connection.Clock));
        return await pipeline.ExecuteAsync(async token => await SendOnceAsync(request, token).ConfigureAwait(false), stop).ConfigureAwait(false);
    }

    /// <summary>Keeps what went wrong with the last operation; null: nothing did.</summary>
    public void Keep(Exception? exception) => LastException = exception;

    private async Task<WireAnswer> SendOnceAsync(WireRequest request, CancellationToken stop)
    {
        using var message = Message(request);
        using var timeout = CancellationTokenSource.CreateLinkedTokenSource(stop);
        timeout.CancelAfter(ServiceClient.MaxConnectionTimeout);
        message.Headers.Authorization = new AuthenticationHeaderValue("Bearer", await TokenAsync(timeout.Token, stop).ConfigureAwait(false));
        try
        {
            using var answer = await Connection.Http.SendAsync(message, timeout.Token).ConfigureAwait(false);
            if (answer.Headers.TryGetValues("Set-Cookie", out var cookies))
                Affinity.Keep(Connection.Address, cookies);
            return new WireAnswer(answer.StatusCode, Headers(answer), await answer.Content.ReadAsByteArrayAsync(timeout.Token).ConfigureAwait(false));
        }
        catch (Exception e) when (Connection.IsClosed && !stop.IsCancellationRequested && (e is HttpRequestException or OperationCanceledException))
        {
            throw new ObjectDisposedException("The client was disposed while it waited for an answer.", e);
        }
        catch (HttpRequestException e)
        {
            throw new DataverseConnectionException(
                $"{Connection.Address.Host} can't be reached, or broke the connection: {Why(e)}" +
                (request.Method == HttpMethod.Get ? string.Empty : " Whether the request was carried out is not known."), e);
        }
        catch (OperationCanceledException e) when (!stop.IsCancellationRequested)
        {
            throw new DataverseOperationException(
                $"{Connection.Address.Host} did not answer within {ServiceClient.MaxConnectionTimeout} ({nameof(ServiceClient.MaxConnectionTimeout)}). " +
                "Whether the request was carried out is not known.", new TimeoutException(e.Message, e));
        }
    }

    // "The SSL connection could not be established, see inner exception."
    private static string Why(HttpRequestException failure) =>
        failure is { HttpRequestError: HttpRequestError.SecureConnectionError, InnerException: { } inner } ? inner.Message : failure.Message;

    /// <summary>The token for the next request.</summary>
    /// <exception cref="DataverseConnectionException">There is none.</exception>
    public async Task<string> TokenAsync(CancellationToken stop)
    {
        using var timeout = CancellationTokenSource.CreateLinkedTokenSource(stop);
        timeout.CancelAfter(ServiceClient.MaxConnectionTimeout);
        return await TokenAsync(timeout.Token, stop).ConfigureAwait(false);
    }

    private async Task<string> TokenAsync(CancellationToken timeout, CancellationToken stop)
    {
        try
        {
            return await Connection.Token(timeout).WaitAsync(timeout).ConfigureAwait(false);
        }
        catch (OperationCanceledException e) when (!stop.IsCancellationRequested)
        {
            throw new DataverseConnectionException(
                $"No token for {Connection.Address.Host}: signing in was broken off, or took longer than {ServiceClient.MaxConnectionTimeout} " +
                $"({nameof(ServiceClient.MaxConnectionTimeout)}).", new TimeoutException(e.Message, e));
        }
    }

    private HttpRequestMessage Message(WireRequest request)
    {
        var message = new HttpRequestMessage(request.Method, new Uri(request.Path, UriKind.Relative));
        if (request.Body is not null)
        {
            message.Content = new ByteArrayContent(request.Body);
            message.Content.Headers.TryAddWithoutValidation("Content-Type", request.ContentType);
        }

        foreach (var (name, value) in StandingHeaders().Where(standing => request.Headers.All(header => header.Key != standing.Key)).Concat(request.Headers))
            message.Headers.TryAddWithoutValidation(name, value);
        if (request.Method == HttpMethod.Get)
            message.Headers.TryAddWithoutValidation("If-None-Match", "null"); // never an answer of a cache
        if (!request.Headers.Any(header => header.Key is "x-ms-client-request-id"))
            message.Headers.TryAddWithoutValidation("x-ms-client-request-id", Guid.NewGuid().ToString());
        return message;
    }

    private IEnumerable<KeyValuePair<string, string>> StandingHeaders()
    {
        yield return new("Accept", "application/json");
        yield return new("OData-Version", "4.0");
        yield return new("OData-MaxVersion", "4.0");
        if (CallerObjectId is { } inEntra && inEntra != Guid.Empty)
            yield return new("CallerObjectId", inEntra.ToString());
        else if (CallerId != Guid.Empty)
            yield return new("MSCRMCallerID", CallerId.ToString());
        if (SessionTrackingId is { } session)
            yield return new("x-ms-client-session-id", session.ToString());
        if (IsConsistencyForced)
            yield return new("Consistency", "Strong");
        if (Affinity.For(Connection.Address) is { } cookie)
            yield return new("Cookie", cookie);
    }

    private static Dictionary<string, string> Headers(HttpResponseMessage answer) => answer.Headers.Concat(answer.Content.Headers)
        .ToDictionary(header => header.Key, header => string.Join(", ", header.Value), StringComparer.OrdinalIgnoreCase);
}
