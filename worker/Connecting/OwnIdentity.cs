using System;
using System.Threading.Tasks;
using Azure.Core;
using Azure.Identity;
using Microsoft.PowerPlatform.Dataverse.Client.Utils;

namespace CrmAddon.Worker.Connecting;

/// <summary>
/// Tokens of the identity that the worker has where it runs: a managed or workload identity, or who signed in on this machine. Some
/// sources start a program for each token, so a token is kept until shortly before it ends.
/// </summary>
internal sealed class OwnIdentity(Uri environment)
{
    private readonly DefaultAzureCredential _credential = new();
    private volatile Kept? _kept;

    /// <summary>A token for the environment. A local Dataverse takes any.</summary>
    /// <exception cref="DataverseConnectionException">There is no identity here that can sign in.</exception>
    public async Task<string> TokenAsync(string _)
    {
        if (environment.IsLoopback)
            return "local";
        // Two at once ask twice, which does no harm.
        if (_kept is { } kept && kept.Until > DateTimeOffset.UtcNow.AddMinutes(5))
            return kept.Token;
        try
        {
            var token = await _credential.GetTokenAsync(new TokenRequestContext([environment.GetLeftPart(UriPartial.Authority) + "/.default"])).ConfigureAwait(false);
            _kept = new Kept(token.Token, token.ExpiresOn);
            return token.Token;
        }
        catch (AuthenticationFailedException e)
        {
            throw new DataverseConnectionException($"No identity of this machine can sign in to {environment.Host}: {e.Message}", e);
        }
    }

    private sealed record Kept(string Token, DateTimeOffset Until);
}
