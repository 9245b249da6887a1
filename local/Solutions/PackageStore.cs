using System.Collections.Generic;
using System.IO;
using System.IO.Compression;
using System.Linq;
using CrmAddon.Local.Metadata.Reading;
using CrmAddon.Local.Store;

namespace CrmAddon.Local.Solutions;

/// <summary>
/// The imported solutions' files, kept in the database file: whoever opens it has them. Managed ones lie below unmanaged ones, each kind in
/// the order of installation, and all of them on top of the folders that the file is opened with.
/// </summary>
internal sealed class PackageStore(Database database)
{
    private const string Table = "_solution";

    private List<Package>? _packages;

    /// <summary>From the lowest layer to the highest.</summary>
    public IReadOnlyList<Package> All => _packages ??= IsThere ? Read() : [];

    private bool IsThere => database.Prepare("SELECT 1 FROM sqlite_master WHERE type = 'table' AND name = @0").Value(Table) is not null;

    public Package? Find(string name) => All.FirstOrDefault(p => p.Name.Equals(name, System.StringComparison.OrdinalIgnoreCase));

    /// <summary>What was read inside an undone transaction no longer counts.</summary>
    public void Undone() => _packages = null;

    public void Put(string name, bool isManaged, IReadOnlyDictionary<string, byte[]> files)
    {
        database.Run($"CREATE TABLE IF NOT EXISTS {Table} (name TEXT PRIMARY KEY COLLATE NOCASE, place INTEGER NOT NULL, managed INTEGER NOT NULL, files BLOB NOT NULL)");
        database.Run(
            $"INSERT INTO {Table} (name, place, managed, files) VALUES (@0, 1 + (SELECT COALESCE(MAX(place), 0) FROM {Table}), @1, @2) ON CONFLICT (name) DO UPDATE SET managed = excluded.managed, files = excluded.files",
            name, isManaged ? 1L : 0L, Zip(files));
        _packages = null;
    }

    public void Rename(string name, string to)
    {
        database.Run($"UPDATE {Table} SET name = @1 WHERE name = @0", name, to);
        _packages = null;
    }

    public void Remove(string name)
    {
        database.Run($"DELETE FROM {Table} WHERE name = @0", name);
        _packages = null;
    }

    private static byte[] Zip(IReadOnlyDictionary<string, byte[]> files)
    {
        using var stream = new MemoryStream();
        using (var zip = new ZipArchive(stream, ZipArchiveMode.Create, leaveOpen: true))
        {
            foreach (var (path, bytes) in files.OrderBy(f => f.Key, System.StringComparer.Ordinal))
            {
                using var entry = zip.CreateEntry(path, CompressionLevel.Fastest).Open();
                entry.Write(bytes);
            }
        }

        return stream.ToArray();
    }

    private static Dictionary<string, byte[]> Unzip(byte[] bytes)
    {
        using var zip = new ZipArchive(new MemoryStream(bytes, writable: false));
        var files = new Dictionary<string, byte[]>(System.StringComparer.Ordinal);
        foreach (var entry in zip.Entries)
        {
            var content = new byte[entry.Length];
            using var stream = entry.Open();
            stream.ReadExactly(content);
            files.Add(entry.FullName, content);
        }

        return files;
    }

    private List<Package> Read() => database
        .Prepare($"SELECT name, managed, files FROM {Table} ORDER BY managed DESC, place")
        .List([], r => new Package(r.GetString(0), r.GetInt64(1) != 0, Unzip(r.GetFieldValue<byte[]>(2))));
}

/// <summary>An imported solution: unpacked files by path.</summary>
/// <param name="Name">The unique name; that of a staged upgrade ends in <c>_Upgrade</c>.</param>
/// <param name="IsManaged">Whether it was imported as a managed solution.</param>
/// <param name="Files">The files.</param>
internal sealed record Package(string Name, bool IsManaged, IReadOnlyDictionary<string, byte[]> Files)
{
    public const string Staged = "_Upgrade";

    public SolutionTree Tree { get; } = new MemoryTree(Name + ".zip", Files);
}
