using System;
using System.Net;
using System.Net.Http;
using System.Threading;
using System.Threading.Tasks;
using Microsoft.PowerPlatform.Dataverse.Client.Tables;
using Microsoft.PowerPlatform.Dataverse.Client.Utils;

namespace Microsoft.PowerPlatform.Dataverse.Client.Wire;

/// <summary>What a client and its clones share: the way to the environment, its tokens, and what its tables look like.</summary>
internal sealed class WebApiConnection
{
    public const string Root = "/api/data/v9.2/";

    private int users = 1;

    public WebApiConnection(Uri environment, Func<CancellationToken, Task<string>> token)
    {
        if (!environment.IsAbsoluteUri || (environment.Scheme != Uri.UriSchemeHttps && !(environment.Scheme == Uri.UriSchemeHttp && environment.IsLoopback)))
            throw new DataverseConnectionException($"'{environment}' can't be used: an environment is reached by https (http on this machine alone).");
        Address = new Uri(environment.GetLeftPart(UriPartial.Authority) + "/");
        Token = token;
        Http = new HttpClient(new SocketsHttpHandler
        {
            // The affinity cookie is the client's own matter, see AffinityCookie.
            UseCookies = false,
            AllowAutoRedirect = false,
            AutomaticDecompression = DecompressionMethods.All,
            // Addresses of a service in the cloud change.
            PooledConnectionLifetime = TimeSpan.FromMinutes(5),
        })
        {
            BaseAddress = new Uri(Address, Root),
            Timeout = Timeout.InfiniteTimeSpan,
        };
        Own = new Session(this);
        Tables = new TableCatalog(Own);
    }

    /// <summary>The environment's address.</summary>
    public Uri Address { get; }

    public HttpClient Http { get; }

    /// <summary>Gives the token for the next request.</summary>
    public Func<CancellationToken, Task<string>> Token { get; }

    public TableCatalog Tables { get; }

    /// <summary>For questions about the environment itself, which are not asked for a caller.</summary>
    public Session Own { get; }

    /// <summary>Whether the last client is gone.</summary>
    public bool IsClosed => Volatile.Read(ref users) <= 0;

    /// <summary>For waits between attempts; tests have their own.</summary>
    public TimeProvider Clock { get; set; } = TimeProvider.System;

    public WebApiConnection Share()
    {
        Interlocked.Increment(ref users);
        return this;
    }

    public void Release()
    {
        if (Interlocked.Decrement(ref users) == 0)
            Http.Dispose();
    }
}
