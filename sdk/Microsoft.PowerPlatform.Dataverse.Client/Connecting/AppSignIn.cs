using System;
using System.Security.Cryptography.X509Certificates;
using System.Threading;
using System.Threading.Tasks;
using Azure.Core;
using Azure.Core.Pipeline;
using Azure.Identity;
using Microsoft.PowerPlatform.Dataverse.Client.Utils;

namespace Microsoft.PowerPlatform.Dataverse.Client.Connecting;

/// <summary>
/// Signs an app in at Entra, with its secret or certificate. The library keeps the token until shortly before it ends; here it is
/// neither stored nor written anywhere.
/// </summary>
internal sealed class AppSignIn(Uri environment, Func<AuthorityInfo, HttpPipelineTransport?, TokenCredential> credential, AuthorityInfo? known)
{
    private readonly Lock gate = new();
    private Task<TokenCredential>? signedIn;

    /// <summary>Carries requests to Entra; tests put another one here.</summary>
    internal static HttpPipelineTransport? Transport { get; set; }

    /// <summary>The issuer of the environment's tokens, once it is known.</summary>
    public string Authority { get; private set; } = known?.Address ?? string.Empty;

    public static AppSignIn WithSecret(Uri environment, string clientId, string secret, AuthorityInfo? known) => new(
        environment,
        (authority, transport) => new ClientSecretCredential(authority.Tenant, clientId, secret, Configure(new ClientSecretCredentialOptions(), authority, transport)),
        known);

    public static AppSignIn WithCertificate(Uri environment, string clientId, X509Certificate2 certificate, AuthorityInfo? known) => new(
        environment,
        (authority, transport) => new ClientCertificateCredential(
            authority.Tenant, clientId, certificate, Configure(new ClientCertificateCredentialOptions(), authority, transport)),
        known);

    /// <summary>A token for the environment.</summary>
    /// <exception cref="DataverseConnectionException">Entra does not let the app in, or can't be reached.</exception>
    public async Task<string> TokenAsync(CancellationToken stop)
    {
        var current = await CredentialAsync(stop).ConfigureAwait(false);
        var scope = environment.GetLeftPart(UriPartial.Authority) + "/.default";
        try
        {
            var token = await current.GetTokenAsync(new TokenRequestContext([scope]), stop).ConfigureAwait(false);
            return token.Token;
        }
        catch (AuthenticationFailedException e)
        {
            throw new DataverseConnectionException($"The app can't sign in to {environment.Host} at {Authority}: {e.GetBaseException().Message}", e);
        }
    }

    // Once for all that ask at the same time; a failure is not kept.
    private Task<TokenCredential> CredentialAsync(CancellationToken stop)
    {
        lock (gate)
        {
            if (signedIn is null || signedIn.IsFaulted || signedIn.IsCanceled)
                signedIn = FindAsync();
            return signedIn.WaitAsync(stop);
        }
    }

    private async Task<TokenCredential> FindAsync()
    {
        var authority = known ?? await AuthorityInfo.AskAsync(environment, CancellationToken.None).ConfigureAwait(false);
        Authority = authority.Address;
        return credential(authority, Transport);
    }

    private static T Configure<T>(T options, AuthorityInfo authority, HttpPipelineTransport? transport)
        where T : TokenCredentialOptions
    {
        options.AuthorityHost = authority.Host;
        if (transport is not null)
            options.Transport = transport;
        return options;
    }
}
