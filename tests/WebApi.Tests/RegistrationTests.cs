using System;
using System.IO;
using System.IO.Compression;
using System.Linq;
using System.Net;
using System.Net.Http;
using System.Text;
using System.Text.Json;
using System.Threading.Tasks;
using Microsoft.VisualStudio.TestTools.UnitTesting;

namespace CrmAddon.WebApi.Tests;

/// <summary>Plug-in packages, steps and images over the wire, as registration tools send them.</summary>
[TestClass]
public sealed class RegistrationTests
{
    private const string Fail = "CrmAddon.WebApi.Tests.Plugins.Fail";

    [TestMethod]
    public async Task A_package_and_a_step_are_posted_and_run()
    {
        await using var server = await Server.StartAsync();
        await PostAsync(server, "pluginpackages", $$"""{"name": "web_Fixture", "uniquename": "web_Fixture", "version": "1.0.0", "content": "{{Package()}}"}""");
        var type = await IdAsync(server, $"plugintypes?$select=plugintypeid,typename&$filter=typename eq '{Fail}' and pluginassemblyid/PackageId/uniquename eq 'web_Fixture'", "plugintypeid");
        var message = await IdAsync(server, "sdkmessages?$select=sdkmessageid&$filter=name eq 'Update'", "sdkmessageid");
        var filter = await IdAsync(server, $"sdkmessagefilters?$select=sdkmessagefilterid&$filter=_sdkmessageid_value eq {message} and primaryobjecttypecode eq 'account'", "sdkmessagefilterid");
        var step = Guid.NewGuid();
        await PostAsync(server, "sdkmessageprocessingsteps", $$"""
            {"sdkmessageprocessingstepid": "{{step}}", "name": "Fail: Update of account", "stage": 40, "mode": 0, "rank": 1, "filteringattributes": "name", "supporteddeployment": 0,
             "sdkmessageid@odata.bind": "/sdkmessages({{message}})", "sdkmessagefilterid@odata.bind": "/sdkmessagefilters({{filter}})",
             "eventhandler_plugintype@odata.bind": "/plugintypes({{type}})"}
            """);
        await PostAsync(server, "sdkmessageprocessingstepimages", $$"""
            {"name": "before", "entityalias": "before", "imagetype": 0, "messagepropertyname": "Target", "attributes": "name",
             "sdkmessageprocessingstepid@odata.bind": "/sdkmessageprocessingsteps({{step}})"}
            """);
        var account = Guid.NewGuid();
        await PostAsync(server, "accounts", $$"""{"accountid": "{{account}}", "name": "Contoso"}""");

        using var refused = await SendAsync(server, HttpMethod.Patch, $"accounts({account})", """{"name": "Other"}""");
        Assert.AreEqual(HttpStatusCode.BadRequest, refused.StatusCode);
        StringAssert.Contains(await refused.Content.ReadAsStringAsync(), "0x80040265");

        using var off = await SendAsync(server, HttpMethod.Patch, $"sdkmessageprocessingsteps({step})", """{"statecode": 1, "statuscode": 2}""");
        Assert.AreEqual(HttpStatusCode.NoContent, off.StatusCode);
        using var taken = await SendAsync(server, HttpMethod.Patch, $"accounts({account})", """{"name": "Other"}""");
        Assert.AreEqual(HttpStatusCode.NoContent, taken.StatusCode);
        using var row = JsonDocument.Parse(await GetAsync(server, $"sdkmessageprocessingsteps({step})?$select=name,_plugintypeid_value,_eventhandler_value&$expand=sdkmessageid($select=name)"));
        Assert.AreEqual(type, row.RootElement.GetProperty("_plugintypeid_value").GetString());
        Assert.AreEqual(type, row.RootElement.GetProperty("_eventhandler_value").GetString());
        Assert.AreEqual("Update", row.RootElement.GetProperty("sdkmessageid").GetProperty("name").GetString());
    }

    [TestMethod]
    public async Task What_is_refused_is_a_bad_request_with_the_platform_s_code()
    {
        await using var server = await Server.StartAsync();
        using var answer = await SendAsync(server, HttpMethod.Post, "pluginpackages", $$"""{"name": "Fixture", "uniquename": "web_Fixture", "version": "1.0.0", "content": "{{Package()}}"}""");
        Assert.AreEqual(HttpStatusCode.BadRequest, answer.StatusCode);
        var body = await answer.Content.ReadAsStringAsync();
        StringAssert.Contains(body, "0x80040265");
        StringAssert.Contains(body, "The nuget file name does not contain a solution prefix");
    }

    /// <summary>The fixture's plug-ins as a package.</summary>
    private static string Package()
    {
        using var bytes = new MemoryStream();
        using (var zip = new ZipArchive(bytes, ZipArchiveMode.Create, leaveOpen: true))
        {
            using (var nuspec = zip.CreateEntry("web_Fixture.nuspec").Open())
            {
                nuspec.Write("<package><metadata><id>web_Fixture</id><version>1.0.0</version></metadata></package>"u8);
            }

            zip.CreateEntryFromFile(Path.Combine(AppContext.BaseDirectory, "Plugins", "CrmAddon.WebApi.Tests.Plugins.dll"), "lib/net462/CrmAddon.WebApi.Tests.Plugins.dll");
        }

        return Convert.ToBase64String(bytes.ToArray());
    }

    private static async Task PostAsync(Server server, string address, string body)
    {
        using var answer = await SendAsync(server, HttpMethod.Post, address, body);
        Assert.AreEqual(HttpStatusCode.NoContent, answer.StatusCode, await answer.Content.ReadAsStringAsync());
    }

    private static async Task<string> IdAsync(Server server, string address, string column)
    {
        using var rows = JsonDocument.Parse(await GetAsync(server, address));
        return rows.RootElement.GetProperty("value").EnumerateArray().Single().GetProperty(column).GetString()!;
    }

    private static async Task<string> GetAsync(Server server, string address)
    {
        using var answer = await SendAsync(server, HttpMethod.Get, address, null);
        var body = await answer.Content.ReadAsStringAsync();
        Assert.AreEqual(HttpStatusCode.OK, answer.StatusCode, body);
        return body;
    }

    private static Task<HttpResponseMessage> SendAsync(Server server, HttpMethod method, string address, string? body)
    {
        var request = new HttpRequestMessage(method, new Uri(address, UriKind.Relative)) { Content = body is null ? null : new StringContent(body, Encoding.UTF8, "application/json") };
        request.Headers.Add("Authorization", "Bearer test");
        return server.Client.SendAsync(request);
    }
}
