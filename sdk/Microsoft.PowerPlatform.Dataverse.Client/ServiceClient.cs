using System;
using System.Reflection;
using System.Security;
using System.Threading;
using System.Threading.Tasks;
using Microsoft.Extensions.Logging;
using Microsoft.PowerPlatform.Dataverse.Client.Connecting;
using Microsoft.PowerPlatform.Dataverse.Client.Utils;
using Microsoft.PowerPlatform.Dataverse.Client.Wire;

namespace Microsoft.PowerPlatform.Dataverse.Client;

/// <summary>
/// A Dataverse environment as an <see cref="Microsoft.Xrm.Sdk.IOrganizationService"/>, over its Web API. A constructor connects at once
/// and fails where it can't. Requests may be made from several threads; <see cref="Clone(ILogger)"/> gives each its own caller.
/// </summary>
public partial class ServiceClient : IOrganizationServiceAsync2, IDisposable
{
    private readonly Session session;
    private readonly ILogger? logger;
    private readonly AppSignIn? app;
    private int disposed;

    /// <summary>Connects as a connection string says, with <c>AuthType=ClientSecret</c> or <c>Certificate</c>.</summary>
    /// <param name="dataverseConnectionString">Such as <c>AuthType=ClientSecret;Url=https://contoso.crm.dynamics.com;ClientId=...;ClientSecret=...</c>.</param>
    /// <param name="logger">Told what goes wrong.</param>
    /// <exception cref="DataverseConnectionException">The string is wrong, the environment can't be reached, or it does not let the app in.</exception>
    public ServiceClient(string dataverseConnectionString, ILogger? logger = null)
        : this(Read(dataverseConnectionString), logger)
    {
    }

    /// <summary>Connects with tokens that the program gets itself.</summary>
    /// <param name="instanceUrl">The environment's address.</param>
    /// <param name="tokenProviderFunction">Gives a token for the address it is handed; called for every request, so it should keep its token.</param>
    /// <param name="useUniqueInstance">Without meaning here: every client has its own connection.</param>
    /// <param name="logger">Told what goes wrong.</param>
    /// <exception cref="DataverseConnectionException">The environment can't be reached or does not accept the token.</exception>
    public ServiceClient(Uri instanceUrl, Func<string, Task<string>> tokenProviderFunction, bool useUniqueInstance = true, ILogger? logger = null)
        : this(
            instanceUrl,
            tokenProviderFunction is null
                ? throw new DataverseConnectionException("tokenProviderFunction required for this constructor", new ArgumentNullException(nameof(tokenProviderFunction)))
                : _ => tokenProviderFunction(instanceUrl.ToString()),
            AuthenticationType.ExternalTokenManagement,
            null,
            logger)
    {
    }

    /// <summary>Connects as an app by its secret.</summary>
    /// <param name="instanceUrl">The environment's address.</param>
    /// <param name="clientId">The app's id in Entra.</param>
    /// <param name="clientSecret">The app's secret.</param>
    /// <param name="useUniqueInstance">Without meaning here: every client has its own connection.</param>
    /// <param name="logger">Told what goes wrong.</param>
    /// <exception cref="DataverseConnectionException">The environment can't be reached or does not let the app in.</exception>
    public ServiceClient(Uri instanceUrl, string clientId, string clientSecret, bool useUniqueInstance, ILogger? logger = null)
        : this(instanceUrl, AppSignIn.WithSecret(instanceUrl, clientId, clientSecret, null), AuthenticationType.ClientSecret, logger)
    {
    }

    /// <summary>Connects as an app by its secret.</summary>
    /// <param name="instanceUrl">The environment's address.</param>
    /// <param name="clientId">The app's id in Entra.</param>
    /// <param name="clientSecret">The app's secret.</param>
    /// <param name="useUniqueInstance">Without meaning here: every client has its own connection.</param>
    /// <param name="logger">Told what goes wrong.</param>
    /// <exception cref="DataverseConnectionException">The environment can't be reached or does not let the app in.</exception>
    public ServiceClient(Uri instanceUrl, string clientId, SecureString clientSecret, bool useUniqueInstance, ILogger? logger = null)
        : this(instanceUrl, clientId, new System.Net.NetworkCredential(string.Empty, clientSecret).Password, useUniqueInstance, logger)
    {
    }

    private ServiceClient(ConnectionString text, ILogger? logger)
        : this(text.Url, SignIn(text), text.AuthType, logger)
    {
    }

    private ServiceClient(Uri instanceUrl, AppSignIn app, AuthenticationType type, ILogger? logger)
        : this(instanceUrl, app.TokenAsync, type, app, logger)
    {
    }

    private ServiceClient(Uri instanceUrl, Func<CancellationToken, Task<string>> token, AuthenticationType type, AppSignIn? app, ILogger? logger)
    {
        ArgumentNullException.ThrowIfNull(instanceUrl);
        this.logger = logger;
        this.app = app;
        ActiveAuthenticationType = type;
        session = new Session(new WebApiConnection(instanceUrl, token));
        try
        {
            Wait(() => ConnectAsync(CancellationToken.None));
        }
        catch
        {
            Dispose();
            throw;
        }
    }

    // A clone: the same way and tokens, settings of its own.
    private ServiceClient(ServiceClient original, ILogger? logger)
    {
        this.logger = logger ?? original.logger;
        app = original.app;
        ActiveAuthenticationType = original.ActiveAuthenticationType;
        session = new Session(original.session.Connection.Share());
        version = original.version;
        ConnectedOrgId = original.ConnectedOrgId;
        CallerId = original.CallerId;
        CallerAADObjectId = original.CallerAADObjectId;
        SessionTrackingId = original.SessionTrackingId;
        MaxRetryCount = original.MaxRetryCount;
        RetryPauseTime = original.RetryPauseTime;
        EnableAffinityCookie = original.EnableAffinityCookie;
        ForceServerMetadataCacheConsistency = original.ForceServerMetadataCacheConsistency;
        detail = original.detail;
        RecommendedDegreesOfParallelism = original.RecommendedDegreesOfParallelism;
        IsReady = original.IsReady;
    }

    /// <summary>A client of the same environment and sign-in that has its own caller, settings and affinity.</summary>
    /// <param name="logger">Told what goes wrong; null: as this client's.</param>
    public ServiceClient Clone(ILogger? logger = null)
    {
        ObjectDisposedException.ThrowIf(disposed != 0, this);
        return new ServiceClient(this, logger);
    }

    /// <summary>As <see cref="Clone(ILogger)"/>; classes of tables are not needed for the Web API.</summary>
    public ServiceClient Clone(Assembly strongTypeAsm, ILogger? logger = null) => Clone(logger);

    /// <summary>Releases the connection, unless a clone still has it.</summary>
    public void Dispose()
    {
        GC.SuppressFinalize(this);
        if (Interlocked.Exchange(ref disposed, 1) != 0)
            return;
        IsReady = false;
        session.Connection.Release();
    }

    private static ConnectionString Read(string text) => string.IsNullOrEmpty(text)
        ? throw new ArgumentNullException(nameof(text), "Dataverse ConnectionString cannot be null or empty.")
        : ConnectionString.Read(text);

    private static AppSignIn SignIn(ConnectionString text)
    {
        var authority = AuthorityInfo.From(text.Authority, text.TenantId);
        return text.AuthType == AuthenticationType.Certificate
            ? AppSignIn.WithCertificate(text.Url, text.ClientId, Certificates.Find(text.Thumbprint, text.StoreName), authority)
            : AppSignIn.WithSecret(text.Url, text.ClientId, text.ClientSecret, authority);
    }
}
