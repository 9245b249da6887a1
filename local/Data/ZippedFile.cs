using System;
using System.IO;
using System.IO.Compression;
using System.Linq;

namespace CrmAddon.Local.Data;

/// <summary>One file of a zip archive as a stream that closes the archive with itself.</summary>
internal sealed class ZippedFile : Stream
{
    private readonly ZipArchive _archive;
    private readonly Stream _content;

    private ZippedFile(ZipArchive archive, ZipArchiveEntry entry)
    {
        _archive = archive;
        _content = entry.Open();
    }

    public override bool CanRead => true;

    public override bool CanSeek => false;

    public override bool CanWrite => false;

    public override long Length => throw new NotSupportedException();

    public override long Position { get => throw new NotSupportedException(); set => throw new NotSupportedException(); }

    /// <summary>The file of this name whatever its case, or null.</summary>
    public static ZippedFile? Open(string archivePath, string name)
    {
        var archive = ZipFile.OpenRead(archivePath);
        var entry = archive.Entries.FirstOrDefault(e => e.FullName.Equals(name, StringComparison.OrdinalIgnoreCase));
        if (entry is null)
        {
            archive.Dispose();
            return null;
        }

        return new ZippedFile(archive, entry);
    }

    public override int Read(byte[] buffer, int offset, int count) => _content.Read(buffer, offset, count);

    public override int Read(Span<byte> buffer) => _content.Read(buffer);

    public override void Flush()
    {
    }

    public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();

    public override void SetLength(long value) => throw new NotSupportedException();

    public override void Write(byte[] buffer, int offset, int count) => throw new NotSupportedException();

    protected override void Dispose(bool disposing)
    {
        if (disposing)
        {
            _content.Dispose();
            _archive.Dispose();
        }

        base.Dispose(disposing);
    }
}
