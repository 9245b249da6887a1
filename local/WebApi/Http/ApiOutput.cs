using System;
using System.Buffers;
using System.IO.Pipelines;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Threading;
using System.Threading.Tasks;

namespace CrmAddon.Local.WebApi.Http;

/// <summary>Where answers are written. What is written is sent on in small pieces, so that a page of rows is never held as one text.</summary>
internal sealed class ApiOutput(PipeWriter pipe, CancellationToken stop) : IDisposable
{
    public static readonly JsonWriterOptions Options = new() { SkipValidation = true, Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    private const int Piece = 32 * 1024;

    private readonly Utf8JsonWriter _json = new(pipe, Options);
    private long _sent;

    public Utf8JsonWriter Json => _json;

    /// <summary>Sends what is there once it is worth sending.</summary>
    public ValueTask BreatheAsync() =>
        _json.BytesCommitted + _json.BytesPending - _sent < Piece ? default : new ValueTask(FlushAsync());

    public async Task FlushAsync()
    {
        _json.Flush();
        _sent = _json.BytesCommitted;
        await pipe.FlushAsync(stop).ConfigureAwait(false);
    }

    public void Write(ReadOnlySpan<byte> bytes) => pipe.Write(bytes);

    /// <summary>Makes the writer ready for another document.</summary>
    public void NextDocument()
    {
        _json.Reset(pipe);
        _sent = 0;
    }

    /// <summary>Drops what was written; false where some of it has left already.</summary>
    public bool Discard()
    {
        var isWhole = _json.BytesCommitted == 0;
        _json.Reset(pipe);
        return isWhole;
    }

    public void Dispose() => _json.Dispose();
}
