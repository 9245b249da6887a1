using System;
using System.ComponentModel;
using System.Diagnostics;
using System.Threading.Tasks;
using CrmAddon.Rules.LanguageServer.Protocol;
using StreamJsonRpc;
using StreamJsonRpc.Protocol;

namespace CrmAddon.Rules.LanguageServer.Connection;

/// <summary>How far a session with a client is: not begun, open, or shut down.</summary>
internal sealed class Session
{
    // The protocol's own codes, beside those of JSON-RPC.
    private const int ServerNotInitialized = -32002;

    private readonly TaskCompletionSource ended = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private volatile bool isOpen;
    private volatile bool isShutDown;

    /// <summary>Where the client says that the language reference can be read.</summary>
    public string? Reference { get; private set; }

    /// <summary>Completes when the client has asked the server to exit, or is gone.</summary>
    public Task Ended => ended.Task;

    /// <summary>0 where the client said goodbye, 1 where it is just gone.</summary>
    public int ExitCode => isShutDown ? 0 : 1;

    public void Initialize(InitializeParams request)
    {
        if (isOpen || isShutDown)
            throw Invalid("The server is initialized already.");
        isOpen = true;
        Reference = request.InitializationOptions?.Reference;
        if (request.ProcessId is { } client)
            _ = EndWithAsync(client);
    }

    public void ShutDown()
    {
        ThrowIfNotOpen();
        isShutDown = true;
    }

    public void Exit() => ended.TrySetResult();

    /// <summary>Refuses what a client must not ask before it has initialized the server or after it has shut it down.</summary>
    public void ThrowIfNotOpen()
    {
        if (!isOpen)
            throw new LocalRpcException("The server is not initialized.") { ErrorCode = ServerNotInitialized };
        if (isShutDown)
            throw Invalid("The server is shut down.");
    }

    private static LocalRpcException Invalid(string message) => new(message) { ErrorCode = (int)JsonRpcErrorCode.InvalidRequest };

    // A client that dies may leave the pipes open in a child of its own.
    private async Task EndWithAsync(int client)
    {
        try
        {
            using var process = Process.GetProcessById(client);
            await process.WaitForExitAsync().ConfigureAwait(false);
        }
        catch (Exception gone) when (gone is ArgumentException or InvalidOperationException or Win32Exception)
        {
            // Gone already, or not to be seen from here; then the pipes tell.
            return;
        }
        Exit();
    }
}
