using System;
using System.Linq;
using System.Net.Http;
using System.Text.RegularExpressions;
using System.Threading;
using System.Threading.Tasks;
using Microsoft.PowerPlatform.Dataverse.Client.Utils;

namespace Microsoft.PowerPlatform.Dataverse.Client.Connecting;

/// <summary>Who issues an environment's tokens: the sign-in service's host and the tenant.</summary>
internal sealed partial record AuthorityInfo(Uri Host, string Tenant)
{
    private static readonly Uri PublicCloud = new("https://login.microsoftonline.com/");

    public string Address => new Uri(Host, Tenant).AbsoluteUri;

    /// <summary>From what a connection string says; null when it says nothing.</summary>
    public static AuthorityInfo? From(string? authority, string? tenant)
    {
        if (authority is not null)
            return Parse(authority) ?? throw new DataverseConnectionException(
                $"The Authority '{authority}' is no address such as https://login.microsoftonline.com/contoso.onmicrosoft.com.");
        return tenant is null ? null : new AuthorityInfo(PublicCloud, tenant);
    }

    /// <summary>
    /// Asks the environment: it refuses a request without a token and names the issuer in <c>WWW-Authenticate: Bearer
    /// authorization_uri=https://login.microsoftonline.com/TENANT/oauth2/authorize</c>.
    /// </summary>
    public static async Task<AuthorityInfo> AskAsync(Uri environment, CancellationToken stop)
    {
        try
        {
            using var timeout = CancellationTokenSource.CreateLinkedTokenSource(stop);
            timeout.CancelAfter(ServiceClient.MaxConnectionTimeout);
            using var client = new HttpClient { Timeout = Timeout.InfiniteTimeSpan };
            using var answer = await client.GetAsync(new Uri(environment, "/api/data/v9.2/"), timeout.Token).ConfigureAwait(false);
            return answer.Headers.WwwAuthenticate.Select(challenge => challenge.ToString()).Select(FromChallenge).FirstOrDefault(found => found is not null)
                ?? throw new DataverseConnectionException(
                    $"{environment.Host} does not say who issues its tokens. Is it the address of a Dataverse environment? " +
                    "If so, name the issuer by Authority or TenantId.");
        }
        catch (HttpRequestException e)
        {
            throw new DataverseConnectionException($"{environment.Host} can't be reached: {e.Message}", e);
        }
        catch (OperationCanceledException e) when (!stop.IsCancellationRequested)
        {
            throw new DataverseConnectionException(
                $"{environment.Host} did not say within {ServiceClient.MaxConnectionTimeout} who issues its tokens.", new TimeoutException(e.Message, e));
        }
    }

    /// <summary>Reads a challenge; null when it names no issuer.</summary>
    internal static AuthorityInfo? FromChallenge(string challenge) =>
        AuthorizationUri().Match(challenge) is { Success: true } match ? Parse(match.Groups["uri"].Value) : null;

    private static AuthorityInfo? Parse(string address) =>
        Uri.TryCreate(address, UriKind.Absolute, out var uri) && uri.Scheme == Uri.UriSchemeHttps && uri.Segments.Length > 1
            ? new AuthorityInfo(new Uri(uri.GetLeftPart(UriPartial.Authority) + "/"), uri.Segments[1].TrimEnd('/'))
            : null;

    [GeneratedRegex("""authorization_uri\s*=\s*"?(?<uri>[^",\s]+)""", RegexOptions.IgnoreCase)]
    private static partial Regex AuthorizationUri();
}
