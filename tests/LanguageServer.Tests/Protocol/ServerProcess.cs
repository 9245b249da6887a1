using System;
using System.Collections.Concurrent;
using System.Diagnostics;
using System.IO;
using System.Text;
using System.Text.Json;
using System.Threading.Tasks;
using StreamJsonRpc;

namespace CrmAddon.Rules.LanguageServer.Tests.Protocol;

/// <summary>The server as an editor runs it: a process that speaks over standard input and output.</summary>
internal sealed class ServerProcess : IAsyncDisposable
{
    public static readonly TimeSpan Patience = TimeSpan.FromSeconds(60);

    private readonly ConcurrentDictionary<(string Uri, int? Version), TaskCompletionSource<JsonElement>> published = new();

    private ServerProcess(Process process)
    {
        Process = process;
        Errors = process.StandardError.ReadToEndAsync();
    }

    public Process Process { get; }

    /// <summary>What it wrote to standard error, once it has ended.</summary>
    public Task<string> Errors { get; }

    public JsonRpc Rpc { get; private set; } = null!;

    /// <summary>A server with nothing sent to it yet.</summary>
    public static ServerProcess StartRaw()
    {
        var start = new ProcessStartInfo(Environment.GetEnvironmentVariable("DOTNET_HOST_PATH") ?? "dotnet")
        {
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            UseShellExecute = false,
        };
        start.ArgumentList.Add(Path.Combine(AppContext.BaseDirectory, "rules-language-server.dll"));
        start.ArgumentList.Add("--stdio");
        return new ServerProcess(Process.Start(start)!);
    }

    /// <summary>A server with a client connected to it.</summary>
    public static ServerProcess Start()
    {
        var server = StartRaw();
        server.Rpc = new JsonRpc(new HeaderDelimitedMessageHandler(
            server.Process.StandardInput.BaseStream, server.Process.StandardOutput.BaseStream, new SystemTextJsonFormatter()));
        server.Rpc.AddLocalRpcMethod("textDocument/publishDiagnostics", server.Publish);
        server.Rpc.StartListening();
        return server;
    }

    /// <summary>A server that is ready for documents.</summary>
    public static async Task<ServerProcess> StartReadyAsync(object? options = null)
    {
        var server = Start();
        await server.AskAsync("initialize", new { processId = (int?)null, rootUri = (string?)null, capabilities = new { }, initializationOptions = options });
        await server.TellAsync("initialized", new { });
        return server;
    }

    public Task<JsonElement> AskAsync(string method, object? parameters) =>
        Rpc.InvokeWithParameterObjectAsync<JsonElement>(method, parameters).WaitAsync(Patience);

    public Task TellAsync(string method, object? parameters) => Rpc.NotifyWithParameterObjectAsync(method, parameters);

    public Task OpenAsync(string uri, string text, int version = 1) =>
        TellAsync("textDocument/didOpen", new { textDocument = new { uri, languageId = "crmaddon-rules", version, text } });

    public Task ChangeAsync(string uri, int version, params object[] changes) =>
        TellAsync("textDocument/didChange", new { textDocument = new { uri, version }, contentChanges = changes });

    /// <summary>The findings of one version, when they are published.</summary>
    public Task<JsonElement> FindingsAsync(string uri, int? version) => Slot(uri, version).Task.WaitAsync(Patience);

    public bool HasPublished(string uri, int version) => Slot(uri, version).Task.IsCompleted;

    public async Task<int> ExitCodeAsync()
    {
        await Process.WaitForExitAsync().WaitAsync(Patience);
        return Process.ExitCode;
    }

    /// <summary>Sends bytes as they are, with a header that fits.</summary>
    public async Task SendAsync(string body)
    {
        var bytes = Encoding.UTF8.GetBytes(body);
        await SendRawAsync($"Content-Length: {bytes.Length}\r\n\r\n{body}");
    }

    public async Task SendRawAsync(string bytes)
    {
        await Process.StandardInput.BaseStream.WriteAsync(Encoding.UTF8.GetBytes(bytes));
        await Process.StandardInput.BaseStream.FlushAsync();
    }

    /// <summary>The next message from a server without a client.</summary>
    public async Task<JsonElement> ReadAsync()
    {
        var output = Process.StandardOutput.BaseStream;
        var header = new StringBuilder();
        while (!header.ToString().EndsWith("\r\n\r\n", StringComparison.Ordinal))
        {
            var one = new byte[1];
            await output.ReadExactlyAsync(one).AsTask().WaitAsync(Patience);
            header.Append((char)one[0]);
        }
        var body = new byte[int.Parse(header.ToString().Split("Content-Length: ")[1].Split('\r')[0], System.Globalization.CultureInfo.InvariantCulture)];
        await output.ReadExactlyAsync(body).AsTask().WaitAsync(Patience);
        return JsonDocument.Parse(body).RootElement;
    }

    public async ValueTask DisposeAsync()
    {
        Rpc?.Dispose();
        if (!Process.HasExited)
            Process.Kill();
        await Process.WaitForExitAsync();
        Process.Dispose();
    }

    private void Publish(string uri, JsonElement diagnostics, int? version = null) => Slot(uri, version).TrySetResult(diagnostics);

    private TaskCompletionSource<JsonElement> Slot(string uri, int? version) =>
        published.GetOrAdd((uri, version), _ => new TaskCompletionSource<JsonElement>(TaskCreationOptions.RunContinuationsAsynchronously));
}
