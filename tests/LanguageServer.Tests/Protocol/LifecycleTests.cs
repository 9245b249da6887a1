using System.Linq;
using System.Threading.Tasks;
using Microsoft.VisualStudio.TestTools.UnitTesting;
using StreamJsonRpc;

namespace CrmAddon.Rules.LanguageServer.Tests.Protocol;

/// <summary>How a session begins and ends.</summary>
[TestClass]
public sealed class LifecycleTests
{
    private const string Uri = "file:///programs/cloud.rules";

    [TestMethod]
    public async Task The_server_says_exactly_what_it_does()
    {
        await using var server = ServerProcess.Start();
        var result = await server.AskAsync("initialize", new { processId = (int?)null, capabilities = new { } });
        var capabilities = result.GetProperty("capabilities");
        Assert.AreEqual("utf-16", capabilities.GetProperty("positionEncoding").GetString());
        Assert.AreEqual(
            "codeActionProvider completionProvider definitionProvider documentFormattingProvider documentSymbolProvider foldingRangeProvider "
            + "hoverProvider positionEncoding referencesProvider renameProvider semanticTokensProvider textDocumentSync",
            string.Join(' ', capabilities.EnumerateObject().Select(one => one.Name).Order(System.StringComparer.Ordinal)));
        Assert.AreEqual("rules-language-server", result.GetProperty("serverInfo").GetProperty("name").GetString());
    }

    [TestMethod]
    public async Task A_client_that_says_goodbye_ends_it_with_0()
    {
        await using var server = await ServerProcess.StartReadyAsync();
        await server.AskAsync("shutdown", null);
        await server.TellAsync("exit", null);
        Assert.AreEqual(0, await server.ExitCodeAsync());
        Assert.AreEqual("", await server.Errors);
    }

    [TestMethod]
    public async Task Exit_without_shutdown_ends_it_with_1()
    {
        await using var server = await ServerProcess.StartReadyAsync();
        await server.TellAsync("exit", null);
        Assert.AreEqual(1, await server.ExitCodeAsync());
    }

    [TestMethod]
    public async Task It_does_not_outlive_its_input()
    {
        await using var server = await ServerProcess.StartReadyAsync();
        await server.OpenAsync(Uri, "language 1");
        server.Process.StandardInput.Close();
        Assert.AreEqual(1, await server.ExitCodeAsync());
    }

    [TestMethod]
    public async Task It_does_not_outlive_its_client()
    {
        // Any process that lives can stand for the client.
        await using var client = ServerProcess.StartRaw();
        await using var server = ServerProcess.Start();
        await server.AskAsync("initialize", new { processId = client.Process.Id, capabilities = new { } });
        client.Process.Kill();
        Assert.AreEqual(1, await server.ExitCodeAsync());
    }

    [TestMethod]
    public async Task Nothing_is_answered_before_initialize()
    {
        await using var server = ServerProcess.Start();
        Assert.AreEqual(-32002, await ErrorAsync(server, "textDocument/hover", AtStart()));
        Assert.AreEqual(-32002, await ErrorAsync(server, "shutdown", null));
        await server.AskAsync("initialize", new { capabilities = new { } });
        Assert.AreEqual(-32600, await ErrorAsync(server, "initialize", new { capabilities = new { } }));
    }

    [TestMethod]
    public async Task Nothing_is_answered_after_shutdown()
    {
        await using var server = await ServerProcess.StartReadyAsync();
        await server.AskAsync("shutdown", null);
        Assert.AreEqual(-32600, await ErrorAsync(server, "textDocument/hover", AtStart()));
    }

    internal static object AtStart() => new { textDocument = new { uri = Uri }, position = new { line = 0, character = 0 } };

    /// <summary>The code of the error that a question is answered with.</summary>
    internal static async Task<int> ErrorAsync(ServerProcess server, string method, object? parameters)
    {
        var refused = await Assert.ThrowsAsync<RemoteRpcException>(() => server.AskAsync(method, parameters));
        return (int)refused.ErrorCode!;
    }
}
