using System.Linq;
using System.Net;
using System.Net.Http;
using System.Text;
using System.Threading.Tasks;
using Microsoft.VisualStudio.TestTools.UnitTesting;
using Microsoft.Xrm.Sdk;

namespace CrmAddon.WebApi.Tests;

/// <summary>Rows that are named by their keys, while others work.</summary>
[TestClass]
public sealed class ParallelTests
{
    private const int Workers = 12;
    private const int Rounds = 60;

    [TestMethod]
    public async Task Keys_are_looked_up_while_others_work()
    {
        await using var server = await Server.StartAsync();
        var service = server.Dataverse.CreateService();
        for (var i = 0; i < Workers; i++)
        {
            service.Create(new Entity("web_thing") { ["web_name"] = $"thing {i}", ["web_code"] = $"C{i}" });
        }

        var wrong = await Task.WhenAll(Enumerable.Range(0, Workers).Select(worker => Task.Run(() => WorkAsync(server, worker))));
        Assert.AreEqual(string.Empty, string.Join('\n', wrong.Where(w => w.Length > 0)));
    }

    private static async Task<string> WorkAsync(Server server, int worker)
    {
        for (var i = 0; i < Rounds; i++)
        {
            using var request = (worker % 3) switch
            {
                0 => Request(HttpMethod.Patch, $"web_things(web_code='C{worker}')", $"{{\"web_number\": {i}}}"),
                1 => Request(HttpMethod.Post, $"web_things(web_code='C{worker}')/web_thing_parts", $"{{\"web_name\": \"part {i}\"}}"),
                _ => Request(HttpMethod.Get, "web_things?$select=web_name,web_number&$expand=web_thing_parts($select=web_name)", null),
            };
            using var answer = await server.Client.SendAsync(request);
            if (answer.StatusCode is not (HttpStatusCode.OK or HttpStatusCode.NoContent))
            {
                return $"{request.Method} {request.RequestUri}: {(int)answer.StatusCode} {await answer.Content.ReadAsStringAsync()}";
            }
        }

        return string.Empty;
    }

    private static HttpRequestMessage Request(HttpMethod method, string address, string? body)
    {
        var request = new HttpRequestMessage(method, address) { Content = body is null ? null : new StringContent(body, Encoding.UTF8, "application/json") };
        request.Headers.TryAddWithoutValidation("Authorization", "Bearer system");
        if (method == HttpMethod.Patch)
        {
            request.Headers.TryAddWithoutValidation("If-Match", "*");
        }

        return request;
    }
}
