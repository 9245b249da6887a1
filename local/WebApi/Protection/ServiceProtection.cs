using System;
using System.Collections.Concurrent;
using System.Globalization;
using CrmAddon.Local.WebApi.Errors;
using Microsoft.AspNetCore.Http;

namespace CrmAddon.Local.WebApi.Protection;

/// <summary>
/// Keeps users to their limits, as the platform does: 429 with one of three codes and <c>Retry-After</c>. Every user has his own.
/// </summary>
internal sealed class ServiceProtection(ServiceProtectionLimits limits, TimeProvider clock)
{
    private readonly ConcurrentDictionary<Guid, UserLoad> _users = [];

    /// <summary>Takes a request of a user in until the result is disposed.</summary>
    /// <exception cref="ApiException">A limit is reached.</exception>
    public IDisposable Admit(Guid user, IHeaderDictionary answer)
    {
        var load = _users.GetOrAdd(user, _ => new UserLoad());
        var state = load.Enter(limits, clock.GetUtcNow());
        answer["x-ms-ratelimit-burst-remaining-xrm-requests"] = Math.Max(0, state.RemainingRequests).ToString(CultureInfo.InvariantCulture);
        answer["x-ms-ratelimit-time-remaining-xrm-requests"] = Math.Max(0, state.RemainingExecution.TotalSeconds).ToString("N2", CultureInfo.InvariantCulture);
        return state.Exceeded == Limit.None ? new Admitted(load, clock) : throw Refusal(state);
    }

    private ApiException Refusal(LoadState state)
    {
        var seconds = (int)limits.Window.TotalSeconds;
        var (code, message) = state.Exceeded switch
        {
            Limit.Requests => (0x80072322, FormattableString.Invariant($"Number of requests exceeded the limit of {limits.Requests} over time window of {seconds} seconds.")),
            Limit.Execution => (0x80072321, FormattableString.Invariant($"Combined execution time of incoming requests exceeded limit of {limits.Execution.TotalMilliseconds:N0} milliseconds over time window of {seconds} seconds. Decrease number of concurrent requests or reduce the duration of requests and try again later.")),
            _ => (0x80072326, FormattableString.Invariant($"Number of concurrent requests exceeded the limit of {limits.Concurrent}.")),
        };
        return new ApiException(429, unchecked((int)code), message) { RetryAfter = Math.Max(1, (int)Math.Ceiling(state.RetryAfter.TotalSeconds)) };
    }

    private sealed class Admitted(UserLoad load, TimeProvider clock) : IDisposable
    {
        private readonly long _start = clock.GetTimestamp();

        public void Dispose() => load.Leave(clock.GetElapsedTime(_start), clock.GetUtcNow());
    }
}
