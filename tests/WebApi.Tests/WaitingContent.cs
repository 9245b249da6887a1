using System.IO;
using System.Net;
using System.Net.Http;
using System.Text;
using System.Threading;
using System.Threading.Tasks;

namespace CrmAddon.WebApi.Tests;

/// <summary>A body whose end is sent when the gate opens.</summary>
internal sealed class WaitingContent : HttpContent
{
    private readonly SemaphoreSlim _gate;
    private readonly TaskCompletionSource _started = new(TaskCreationOptions.RunContinuationsAsynchronously);

    public WaitingContent(SemaphoreSlim gate)
    {
        _gate = gate;
        Headers.TryAddWithoutValidation("Content-Type", "application/json");
    }

    public Task Started => _started.Task;

    protected override async Task SerializeToStreamAsync(Stream stream, TransportContext? context)
    {
        await stream.WriteAsync(Encoding.UTF8.GetBytes("{\"name\":")).ConfigureAwait(false);
        await stream.FlushAsync().ConfigureAwait(false);
        _started.TrySetResult();
        await _gate.WaitAsync().ConfigureAwait(false);
        await stream.WriteAsync(Encoding.UTF8.GetBytes("\"slow\"}")).ConfigureAwait(false);
    }

    protected override bool TryComputeLength(out long length)
    {
        length = 0;
        return false;
    }
}
