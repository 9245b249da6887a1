using System.IO;
using System.Net.Sockets;
using System.Text;
using System.Threading.Tasks;
using Microsoft.VisualStudio.TestTools.UnitTesting;

namespace CrmAddon.WebApi.Tests;

/// <summary>Requests as only other clients than .NET's write them.</summary>
[TestClass]
public sealed class RawRequestTests
{
    [TestMethod]
    [DataRow("/api/data/v9%2E2/WhoAmI")]
    [DataRow("/API/data/v9.2/WhoAmI")]
    [DataRow("/api/./data/v9.2/WhoAmI")]
    [DataRow("http://localhost/api/data/v9.2/WhoAmI")]
    public async Task The_root_is_found_however_it_is_written(string target)
    {
        await using var server = await Server.StartAsync();
        var answer = await SendAsync(server, target, "Authorization: Bearer me");
        StringAssert.StartsWith(answer, "HTTP/1.1 200", answer);
        StringAssert.Contains(answer, "UserId", answer);
    }

    [TestMethod]
    public async Task A_preference_that_no_header_can_repeat_is_not_applied()
    {
        await using var server = await Server.StartAsync();
        var answer = await SendAsync(server, "/api/data/v9.2/accounts?$select=name", "Authorization: Bearer me\r\nPrefer: odata.include-annotations=\"\u00e9\"");
        StringAssert.StartsWith(answer, "HTTP/1.1 200", answer);
        Assert.IsFalse(answer.Contains("Preference-Applied", System.StringComparison.Ordinal), answer);
    }

    [TestMethod]
    public async Task The_front_page_says_what_this_is()
    {
        await using var server = await Server.StartAsync();
        var answer = await SendAsync(server, "/", "Accept: */*");
        StringAssert.StartsWith(answer, "HTTP/1.1 200", answer);
        StringAssert.Contains(answer, "/api/data/v9.2/", answer);
    }

    private static async Task<string> SendAsync(Server server, string target, string headers)
    {
        using var client = new TcpClient();
        await client.ConnectAsync(server.Host.Address.Host, server.Host.Address.Port);
        await using var stream = client.GetStream();
        await stream.WriteAsync(Encoding.UTF8.GetBytes($"GET {target} HTTP/1.1\r\nHost: localhost\r\n{headers}\r\nConnection: close\r\n\r\n"));
        using var reader = new StreamReader(stream, Encoding.UTF8);
        return await reader.ReadToEndAsync();
    }
}
