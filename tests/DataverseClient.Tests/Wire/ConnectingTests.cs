using System;
using System.Collections.Concurrent;
using System.Linq;
using System.Net;
using System.Net.Http;
using System.Threading;
using System.Threading.Tasks;
using Azure.Core.Pipeline;
using Microsoft.PowerPlatform.Dataverse.Client;
using Microsoft.PowerPlatform.Dataverse.Client.Connecting;
using Microsoft.PowerPlatform.Dataverse.Client.Utils;

namespace CrmAddon.DataverseClient.Tests.Wire;

/// <summary>Ways to connect, and what is said where there is none.</summary>
[TestClass]
[DoNotParallelize]
public sealed class ConnectingTests
{
    [TestMethod]
    [DataRow("nonsense", "list of Key=Value pairs")]
    [DataRow("Url=https://contoso.crm.dynamics.com;ClientId=1;ClientSecret=geheim", "no AuthType")]
    [DataRow("AuthType=OAuth;Url=https://contoso.crm.dynamics.com;Username=a;Password=geheim", "ClientSecret or Certificate")]
    [DataRow("AuthType=ClientSecret;ClientId=1;ClientSecret=geheim", "no Url")]
    [DataRow("AuthType=ClientSecret;Url=contoso;ClientId=1;ClientSecret=geheim", "no address")]
    [DataRow("AuthType=ClientSecret;Url=https://contoso.crm.dynamics.com;ClientSecret=geheim", "no ClientId")]
    [DataRow("AuthType=ClientSecret;Url=https://contoso.crm.dynamics.com;ClientId=1", "no ClientSecret")]
    [DataRow("AuthType=ClientSecret;Url=http://contoso.crm.dynamics.com;ClientId=1;ClientSecret=geheim;TenantId=2", "https")]
    [DataRow("AuthType=ClientSecret;Url=https://contoso.crm.dynamics.com;ClientId=1;ClientSecret=geheim;Authority=here", "Authority 'here'")]
    [DataRow("AuthType=Certificate;Url=https://contoso.crm.dynamics.com;ClientId=1;Thumbprint=00FF;TenantId=2", "no certificate with the thumbprint 00FF")]
    public void A_wrong_connection_string_is_refused_with_the_reason(string text, string reason)
    {
        var exception = Assert.ThrowsExactly<DataverseConnectionException>(() => new ServiceClient(text));
        StringAssert.Contains(exception.Message, reason);
        Assert.DoesNotContain("geheim", exception.ToString());
    }

    [TestMethod]
    public void An_empty_connection_string_is_no_argument() => Assert.ThrowsExactly<ArgumentNullException>(() => new ServiceClient(""));

    [TestMethod]
    [DataRow("Bearer authorization_uri=https://login.microsoftonline.com/contoso-tenant/oauth2/authorize, resource_id=https://contoso.crm.dynamics.com/", "https://login.microsoftonline.com/contoso-tenant")]
    [DataRow("Bearer authorization_uri=\"https://login.microsoftonline.us/1-2/oauth2/authorize\"", "https://login.microsoftonline.us/1-2")]
    [DataRow("Bearer realm=\"x\"", null)]
    [DataRow("Bearer authorization_uri=http://evil.example/tenant", null)]
    public void The_issuer_of_tokens_is_read_from_the_challenge(string challenge, string? authority) =>
        Assert.AreEqual(authority, AuthorityInfo.FromChallenge(challenge)?.Address);

    [TestMethod]
    public void An_environment_that_is_not_there_is_told()
    {
        var exception = Assert.ThrowsExactly<DataverseConnectionException>(
            () => new ServiceClient(new Uri("http://127.0.0.1:1"), _ => Task.FromResult("token")) { RetryPauseTime = TimeSpan.Zero });
        StringAssert.Contains(exception.Message, "can't be reached");
    }

    [TestMethod]
    public async Task Another_kind_of_server_is_no_environment()
    {
        await using var server = await ScriptedServer.StartAsync();
        server.Then(new Reply(200, "<html>Welcome</html>") { ContentType = "text/html" });
        StringAssert.Contains(Assert.ThrowsExactly<DataverseOperationException>(server.Connect).Message, "Is it the address of a Dataverse environment");
        server.Then(new Reply(302).With("Location", "https://login.microsoftonline.com/"));
        StringAssert.Contains(Assert.ThrowsExactly<DataverseOperationException>(server.Connect).Message, "answered 302 Found. Is it the address of a Dataverse environment");
        server.Then(new Reply(200, "{}"));
        StringAssert.Contains(Assert.ThrowsExactly<DataverseConnectionException>(server.Connect).Message, "not as a Dataverse environment");
    }

    [TestMethod]
    public void A_missing_token_provider_is_told() =>
        Assert.ThrowsExactly<DataverseConnectionException>(() => new ServiceClient(new Uri("https://contoso.crm.dynamics.com"), null!));

    [TestMethod]
    public async Task An_app_signs_in_where_the_environment_says_and_keeps_its_token()
    {
        await using var server = await ScriptedServer.StartAsync();
        server.Then(new Reply(401).With("WWW-Authenticate", "Bearer authorization_uri=https://login.microsoftonline.com/contoso-tenant/oauth2/authorize"));
        using var entra = new Entra("""{"token_type":"Bearer","expires_in":3600,"access_token":"from-entra"}""");
        AppSignIn.Transport = new HttpClientTransport(entra);
        try
        {
            using var client = new ServiceClient($"AuthType=ClientSecret;Url={server.Address};ClientId=my-app;ClientSecret=geheim");
            server.Then(new Reply(204));
            client.Delete("account", Guid.NewGuid());

            Assert.AreEqual("https://login.microsoftonline.com/contoso-tenant", client.Authority);
            Assert.AreEqual(AuthenticationType.ClientSecret, client.ActiveAuthenticationType);
            Assert.IsTrue(server.Requests.Skip(1).All(request => request.Headers["Authorization"] == "Bearer from-entra"));
            var asked = entra.Asked.Single(body => body.Contains("grant_type=client_credentials", StringComparison.Ordinal));
            StringAssert.Contains(asked, "client_id=my-app");
            StringAssert.Contains(Uri.UnescapeDataString(asked), server.Address.GetLeftPart(UriPartial.Authority) + "/.default");
        }
        finally
        {
            AppSignIn.Transport = null;
        }
    }

    [TestMethod]
    public void A_wrong_secret_is_told_without_being_repeated()
    {
        using var entra = new Entra(
            """{"error":"invalid_client","error_description":"AADSTS7000215: Invalid client secret provided.","error_codes":[7000215],"correlation_id":"1"}""", HttpStatusCode.Unauthorized);
        AppSignIn.Transport = new HttpClientTransport(entra);
        try
        {
            var exception = Assert.ThrowsExactly<DataverseConnectionException>(
                () => new ServiceClient("AuthType=ClientSecret;Url=https://contoso.crm.dynamics.com;ClientId=my-app;ClientSecret=geheim;TenantId=contoso-tenant"));
            StringAssert.Contains(exception.Message, "AADSTS7000215");
            Assert.DoesNotContain("geheim", exception.ToString());
        }
        finally
        {
            AppSignIn.Transport = null;
        }
    }

    /// <summary>Stands for the sign-in service.</summary>
    private sealed class Entra(string answer, HttpStatusCode status = HttpStatusCode.OK) : HttpMessageHandler
    {
        private const string Discovery =
            """
            {"tenant_discovery_endpoint":"https://login.microsoftonline.com/contoso-tenant/v2.0/.well-known/openid-configuration","api-version":"1.1",
             "metadata":[{"preferred_network":"login.microsoftonline.com","preferred_cache":"login.windows.net","aliases":["login.microsoftonline.com","login.windows.net"]}]}
            """;

        public ConcurrentQueue<string> Asked { get; } = new();

        protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
        {
            if (request.Content is null)
                return Answer(HttpStatusCode.OK, Discovery);
            Asked.Enqueue(await request.Content.ReadAsStringAsync(cancellationToken));
            return Answer(status, answer);

            HttpResponseMessage Answer(HttpStatusCode status, string text) => new(status) { Content = new StringContent(text, null, "application/json"), RequestMessage = request };
        }
    }
}
