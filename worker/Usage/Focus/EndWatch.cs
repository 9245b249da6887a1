using System;
using System.IO;

namespace CrmAddon.Worker.Usage.Focus;

/// <summary>Remembers how a stream ended; the CSV library tells rows apart, not whether the last one was finished.</summary>
internal sealed class EndWatch(Stream inner) : Stream
{
    private int _last = '\n';
    private bool _ended;

    public bool EndedWithoutLineBreak => _ended && _last is not ('\n' or '\r');

    public override bool CanRead => true;

    public override bool CanSeek => false;

    public override bool CanWrite => false;

    public override long Length => throw new NotSupportedException();

    public override long Position
    {
        get => throw new NotSupportedException();
        set => throw new NotSupportedException();
    }

    public override int Read(byte[] buffer, int offset, int count) => Read(buffer.AsSpan(offset, count));

    public override int Read(Span<byte> buffer)
    {
        var read = inner.Read(buffer);
        if (read > 0)
            _last = buffer[read - 1];
        else
            _ended = buffer.Length > 0;
        return read;
    }

    public override void Flush()
    {
    }

    public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();

    public override void SetLength(long value) => throw new NotSupportedException();

    public override void Write(byte[] buffer, int offset, int count) => throw new NotSupportedException();

    protected override void Dispose(bool disposing)
    {
        if (disposing)
            inner.Dispose();
        base.Dispose(disposing);
    }
}
