using System.Text.Json;
using System.Threading.Tasks;
using Microsoft.VisualStudio.TestTools.UnitTesting;

namespace CrmAddon.Rules.LanguageServer.Tests.Protocol;

/// <summary>What a client must not send is answered with an error, and the session goes on.</summary>
[TestClass]
public sealed class WrongMessageTests
{
    private const string Initialize = """{"jsonrpc":"2.0","id":1,"method":"initialize","params":{"capabilities":{}}}""";

    [TestMethod]
    public async Task A_body_that_is_no_json_is_answered_and_stepped_over()
    {
        await using var server = ServerProcess.StartRaw();
        await server.SendAsync("{\"jsonrpc\": oops");
        Assert.AreEqual((-32700, JsonValueKind.Null), Error(await server.ReadAsync()));
        await server.SendAsync(Initialize);
        Assert.AreEqual(1, (await server.ReadAsync()).GetProperty("id").GetInt32());
    }

    [TestMethod]
    [DataRow("[1, 2]")]
    [DataRow("{}")]
    [DataRow("42")]
    [DataRow("null")]
    [DataRow("{\"jsonrpc\":\"2.0\",\"id\":{},\"method\":\"initialize\"}")]
    [DataRow("{\"jsonrpc\":\"2.0\",\"id\":7,\"method\":5}")]
    public async Task Json_that_is_no_request_is_answered_and_stepped_over(string body)
    {
        await using var server = ServerProcess.StartRaw();
        await server.SendAsync(body);
        var (code, _) = Error(await server.ReadAsync());
        Assert.IsTrue(code is -32600 or -32700, code.ToString(System.Globalization.CultureInfo.InvariantCulture));
        await server.SendAsync(Initialize);
        Assert.AreEqual(1, (await server.ReadAsync()).GetProperty("id").GetInt32());
    }

    [TestMethod]
    public async Task A_broken_header_ends_the_session()
    {
        await using var server = ServerProcess.StartRaw();
        await server.SendRawAsync("GET / HTTP/1.1\r\nHost: here\r\n\r\n");
        Assert.AreEqual(1, await server.ExitCodeAsync());
        Assert.AreNotEqual("", await server.Errors);
    }

    [TestMethod]
    public async Task Parameters_of_another_shape_are_refused()
    {
        await using var server = await ServerProcess.StartReadyAsync();
        foreach (var parameters in new object?[] { new { }, new { textDocument = 5 }, new { textDocument = new { uri = "x" }, position = "here" }, null })
            Assert.AreEqual(-32602, await LifecycleTests.ErrorAsync(server, "textDocument/hover", parameters));
    }

    [TestMethod]
    public async Task A_document_that_is_not_open_is_refused()
    {
        await using var server = await ServerProcess.StartReadyAsync();
        Assert.AreEqual(-32602, await LifecycleTests.ErrorAsync(server, "textDocument/hover", LifecycleTests.AtStart()));
        await server.ChangeAsync("file:///other.rules", 2, new { text = "language 1" });
        Assert.AreEqual(-32601, await LifecycleTests.ErrorAsync(server, "textDocument/implementation", LifecycleTests.AtStart()));
        await server.TellAsync("$/unheardOf", new { });
        await server.AskAsync("shutdown", null);
        await server.TellAsync("exit", null);
        Assert.AreEqual(0, await server.ExitCodeAsync());
        StringAssert.Contains(await server.Errors, "The document file:///other.rules is not open.");
    }

    [TestMethod]
    public async Task Places_outside_the_text_are_its_ends()
    {
        await using var server = await ServerProcess.StartReadyAsync();
        await server.OpenAsync("file:///a.rules", "language 1\n");
        foreach (var (line, character) in new[] { (0, 5000), (5000, 0), (int.MaxValue, int.MaxValue), (-1, -1) })
        {
            await server.AskAsync(
                "textDocument/completion", new { textDocument = new { uri = "file:///a.rules" }, position = new { line, character } });
        }
    }

    private static (int Code, JsonValueKind Id) Error(JsonElement message) =>
        (message.GetProperty("error").GetProperty("code").GetInt32(), message.GetProperty("id").ValueKind);
}
