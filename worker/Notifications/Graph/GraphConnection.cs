using System;
using System.Collections.Generic;
using System.Linq;
using System.Net.Http;
using Azure.Core;
using Azure.Identity;
using Microsoft.Graph;
using Microsoft.Kiota.Abstractions.Authentication;
using Microsoft.Kiota.Authentication.Azure;
using Microsoft.Kiota.Http.HttpClientLibrary.Middleware;

namespace CrmAddon.Worker.Notifications.Graph;

/// <summary>Makes Graph clients that never repeat a request by themselves.</summary>
internal static class GraphConnection
{
    public static GraphServiceClient Open(GraphMailOptions options)
    {
        var url = options.BaseUrl;
        if (!url.IsLoopback && url.Scheme != Uri.UriSchemeHttps)
            throw new ArgumentException($"Graph:BaseUrl is {url}: anything but the loopback address must be https.", nameof(options));
        if (options.Mailbox.Length == 0)
            throw new ArgumentException("Graph:Mailbox is empty: nobody knows which mailbox mails are sent from.", nameof(options));
        if (options.ClientSecret is { Length: > 0 } && (options.TenantId is null || options.ClientId is null))
            throw new ArgumentException("Graph:ClientSecret is set; it needs Graph:TenantId and Graph:ClientId.", nameof(options));
        return new GraphServiceClient(Client(options), Authentication(options), url.ToString().TrimEnd('/'));
    }

    private static HttpClient Client(GraphMailOptions options)
    {
        // Kiota's retry handler repeats a POST on 429, 503 and 504 although the mail may have gone out, cuts a Retry-After above
        // three minutes and misreads one that is a date. Whether and when to try again is the sender's decision alone.
        List<DelegatingHandler> handlers = [.. GraphClientFactory.CreateDefaultHandlers().Where(handler => handler is not RetryHandler)];
        var client = GraphClientFactory.Create(handlers, finalHandler: new SocketsHttpHandler { AllowAutoRedirect = false });
        client.Timeout = options.Timeout;
        return client;
    }

    private static IAuthenticationProvider Authentication(GraphMailOptions options)
    {
        if (options.BaseUrl.IsLoopback)
            return new AnonymousAuthenticationProvider();
        TokenCredential credential = options.ClientSecret is { Length: > 0 } secret
            ? new ClientSecretCredential(options.TenantId, options.ClientId, secret)
            : new DefaultAzureCredential();

        // The provider gives no token, and says nothing, for hosts that it wasn't told of.
        var host = options.BaseUrl.Host;
        return new AzureIdentityAuthenticationProvider(credential, [host], null, true, $"https://{host}/.default");
    }
}
