using System;
using CrmAddon.Worker.Notifications.Graph;

namespace CrmAddon.Worker.Tests.Notifications;

[TestClass]
public sealed class GraphConnectionTests
{
    [TestMethod]
    public void Credentials_never_go_over_plain_http_except_to_this_machine()
    {
        var refusal = Assert.ThrowsExactly<ArgumentException>(() => GraphConnection.Open(new GraphMailOptions
        {
            BaseUrl = new Uri("http://graph.example.com/v1.0"),
            Mailbox = "partners@example.com",
        }));
        Assert.StartsWith("Graph:BaseUrl is http://graph.example.com/v1.0: anything but the loopback address must be https.", refusal.Message);
    }

    [TestMethod]
    public void A_secret_needs_its_tenant_and_its_app()
    {
        var refusal = Assert.ThrowsExactly<ArgumentException>(() => GraphConnection.Open(new GraphMailOptions
        {
            Mailbox = "partners@example.com",
            ClientSecret = "secret",
        }));
        Assert.Contains("Graph:TenantId and Graph:ClientId", refusal.Message);
    }

    [TestMethod]
    public void A_sender_needs_a_mailbox()
    {
        var refusal = Assert.ThrowsExactly<ArgumentException>(() => GraphConnection.Open(new GraphMailOptions()));
        Assert.Contains("Graph:Mailbox", refusal.Message);
    }
}
