using System;
using System.Globalization;
using System.Reflection;
using System.ServiceModel;
using System.Threading;
using System.Threading.Tasks;
using Microsoft.Crm.Sdk.Messages;
using Microsoft.PowerPlatform.Dataverse.Client.Utils;
using Microsoft.PowerPlatform.Dataverse.Client.Wire;
using Microsoft.Xrm.Sdk.Organization;

namespace Microsoft.PowerPlatform.Dataverse.Client;

/// <content>What the client is connected to, and how it behaves.</content>
public partial class ServiceClient
{
    private Version? version;
    private OrganizationDetail? detail;

    /// <summary>How long a request may take before it is given up; four minutes unless set.</summary>
    public static TimeSpan MaxConnectionTimeout { get; set; } = TimeSpan.FromMinutes(4);

    /// <summary>Whether the client is connected.</summary>
    public bool IsReady { get; private set; }

    /// <summary>How it signed in.</summary>
    public AuthenticationType ActiveAuthenticationType { get; }

    /// <summary>Who issues the tokens; empty where the program brings them itself.</summary>
    public string Authority => app?.Authority ?? string.Empty;

    /// <summary>The last failure as a sentence; empty when there was none.</summary>
    public string LastError => LastException?.Message ?? string.Empty;

    /// <summary>The last failure; null when there was none.</summary>
    public Exception? LastException => session.LastException;

    /// <summary>The address that requests go to.</summary>
    public Uri ConnectedOrgUriActual => session.Connection.Http.BaseAddress!;

    /// <summary>Id of the organization behind the environment.</summary>
    public Guid ConnectedOrgId { get; private set; }

    /// <summary>Version of the environment, asked for when it is first wanted; 0.0 as long as it can't be told.</summary>
    public Version ConnectedOrgVersion => version ?? AskVersion();

    /// <summary>Name of the environment for people, asked for when it is first wanted; empty as long as it can't be told.</summary>
    public string ConnectedOrgFriendlyName => OrganizationDetail?.FriendlyName ?? string.Empty;

    /// <summary>Unique name of the organization; as <see cref="ConnectedOrgFriendlyName"/>.</summary>
    public string ConnectedOrgUniqueName => OrganizationDetail?.UniqueName ?? string.Empty;

    /// <summary>Addresses of the environment's services; as <see cref="OrganizationDetail"/>.</summary>
    public EndpointCollection? ConnectedOrgPublishedEndpoints => OrganizationDetail?.Endpoints;

    /// <summary>What the environment is, asked for when it is first wanted; null as long as it can't be told.</summary>
    public OrganizationDetail? OrganizationDetail => detail ?? AskDetail();

    /// <summary>Id of the environment in the Power Platform; as <see cref="ConnectedOrgFriendlyName"/>.</summary>
    public string EnvironmentId => OrganizationDetail?.EnvironmentId ?? string.Empty;

    /// <summary>Id of the tenant; empty as long as it can't be told.</summary>
    public Guid TenantId => Guid.TryParse(OrganizationDetail?.TenantId, out var id) ? id : Guid.Empty;

    /// <summary>The person who signed in by OAuth; always empty, since a service signs in as an app.</summary>
    public string OAuthUserId { get; } = string.Empty;

    /// <summary>The token for the next request.</summary>
    /// <exception cref="DataverseConnectionException">There is none.</exception>
    public string CurrentAccessToken => Wait(() => Open().TokenAsync(CancellationToken.None));

    /// <summary>Whether batches can be sent; they always can.</summary>
    public bool IsBatchOperationsAvailable { get; } = true;

    /// <summary>Without meaning here: requests of several threads never wait for each other.</summary>
    public bool DisableCrossThreadSafeties { get; set; }

    /// <summary>Whether requests demand definitions as they are right now ("Consistency: Strong"), after an import; slows them down.</summary>
    public bool ForceServerMetadataCacheConsistency
    {
        get => session.IsConsistencyForced;
        set => session.IsConsistencyForced = value;
    }

    /// <summary>How often a request is sent again that the platform refused for load; 10 unless set.</summary>
    public int MaxRetryCount
    {
        get => session.MaxRetryCount;
        set => session.MaxRetryCount = value;
    }

    /// <summary>The wait before that where the platform names none; 5 seconds unless set.</summary>
    public TimeSpan RetryPauseTime
    {
        get => session.RetryPauseTime;
        set => session.RetryPauseTime = value;
    }

    /// <summary>How many requests at once the environment recommends; 5 where it doesn't say.</summary>
    public int RecommendedDegreesOfParallelism { get; private set; } = 5;

    /// <summary>Whether requests stay at one server. Off, they are spread over all, which helps those who send many at once.</summary>
    public bool EnableAffinityCookie
    {
        get => session.Affinity.IsOn;
        set => session.Affinity.IsOn = value;
    }

    /// <summary>The user that requests are made for; empty: who signed in.</summary>
    public Guid CallerId
    {
        get => session.CallerId;
        set => session.CallerId = value;
    }

    /// <summary>The same, by the user's id in Entra; takes precedence.</summary>
    public Guid? CallerAADObjectId
    {
        get => session.CallerObjectId;
        set => session.CallerObjectId = value;
    }

    /// <summary>Groups the requests of a run in the platform's logs.</summary>
    public Guid? SessionTrackingId
    {
        get => session.SessionTrackingId;
        set => session.SessionTrackingId = value;
    }

    /// <summary>Version of this client.</summary>
    public string SdkVersionProperty { get; } =
        typeof(ServiceClient).Assembly.GetCustomAttribute<AssemblyFileVersionAttribute>()?.Version ?? string.Empty;

    /// <summary>For tests: where waits come from.</summary>
    internal TimeProvider Clock
    {
        set => session.Connection.Clock = value;
    }

    // At once or not at all: somebody waits for the constructor. Who am I, where, and how many requests at once are welcome (header x-ms-dop-hint).
    private async Task ConnectAsync(CancellationToken stop)
    {
        var answer = await session.SendAsync(WireRequest.Get("WhoAmI") with { MayRepeat = false }, stop).ConfigureAwait(false);
        if (int.TryParse(answer.Header("x-ms-dop-hint"), NumberStyles.None, CultureInfo.InvariantCulture, out var hint) && hint > 0)
            RecommendedDegreesOfParallelism = hint;
        if (!answer.Json().TryGetProperty("OrganizationId", out var id))
            throw new DataverseConnectionException($"{session.Connection.Address} answers, but not as a Dataverse environment does.");
        ConnectedOrgId = id.GetGuid();
        IsReady = true;
    }

    private OrganizationDetail? AskDetail()
    {
        try
        {
            return detail = ((RetrieveCurrentOrganizationResponse)Execute(new RetrieveCurrentOrganizationRequest())).Detail;
        }
        catch (Exception e) when (e is FaultException or DataverseConnectionException or DataverseOperationException)
        {
            return null;
        }
    }

    private Version AskVersion()
    {
        try
        {
            return Version.TryParse(((RetrieveVersionResponse)Execute(new RetrieveVersionRequest())).Version, out var known)
                ? version = known
                : new Version(0, 0);
        }
        catch (Exception e) when (e is FaultException or DataverseConnectionException or DataverseOperationException)
        {
            return new Version(0, 0);
        }
    }
}
