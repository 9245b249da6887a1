using System;
using System.Collections.Concurrent;
using System.Collections.Generic;
using System.Globalization;
using System.IO;
using System.Net;
using System.Net.Sockets;
using System.Text;
using System.Text.Json.Nodes;
using System.Threading;
using System.Threading.Tasks;

namespace CrmAddon.Worker.Tests.Notifications;

/// <summary>Stands for a partner's workflow in Teams on loopback: takes cards, and answers as a test wants, or not at all.</summary>
internal sealed class LoopbackWorkflow : IAsyncDisposable
{
    private const string Accepted = "202";

    private readonly TcpListener _listener = new(IPAddress.Loopback, 0);
    private readonly CancellationTokenSource _stop = new();
    private readonly ConcurrentQueue<string> _answers = [];
    private readonly ConcurrentQueue<JsonNode> _cards = [];
    private readonly Task _serving;

    public LoopbackWorkflow()
    {
        _listener.Start();
        Address = new Uri($"http://127.0.0.1:{((IPEndPoint)_listener.LocalEndpoint).Port}/workflows/1?sig=secret");
        _serving = ServeAsync();
    }

    public Uri Address { get; }

    /// <summary>The messages that have come.</summary>
    public IReadOnlyList<JsonNode> Cards => [.. _cards];

    /// <summary>Lets the next request be answered with a status.</summary>
    public void Next(int status, string? retryAfter = null) => _answers.Enqueue(
        status.ToString(CultureInfo.InvariantCulture) + (retryAfter is null ? "" : "\r\nRetry-After: " + retryAfter));

    /// <summary>Lets the connection break instead of the next answer.</summary>
    public void NextBreaks() => _answers.Enqueue("");

    public async ValueTask DisposeAsync()
    {
        await _stop.CancelAsync();
        await _serving;
        _listener.Stop();
        _stop.Dispose();
    }

    private async Task ServeAsync()
    {
        try
        {
            while (!_stop.IsCancellationRequested)
            {
                using var client = await _listener.AcceptTcpClientAsync(_stop.Token);
                await AnswerAsync(client.GetStream());
            }
        }
        catch (OperationCanceledException)
        {
            // Stopped.
        }
    }

    private async Task AnswerAsync(NetworkStream stream)
    {
        using var reader = new StreamReader(stream, Encoding.Latin1, leaveOpen: true);
        var length = 0;
        while (await reader.ReadLineAsync(_stop.Token) is { Length: > 0 } line)
        {
            if (line.StartsWith("Content-Length:", StringComparison.OrdinalIgnoreCase))
                length = int.Parse(line["Content-Length:".Length..], CultureInfo.InvariantCulture);
        }

        var body = new char[length];
        await reader.ReadBlockAsync(body, _stop.Token);
        _cards.Enqueue(JsonNode.Parse(Encoding.Latin1.GetBytes(body))!);
        if (!_answers.TryDequeue(out var answer))
            answer = Accepted;
        if (answer.Length > 0)
            await stream.WriteAsync(Encoding.Latin1.GetBytes($"HTTP/1.1 {answer}\r\nContent-Length: 0\r\nConnection: close\r\n\r\n"), _stop.Token);
    }
}
