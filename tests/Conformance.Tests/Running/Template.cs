using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using CrmAddon.Conformance.Declaring;
using CrmAddon.Conformance.Reading;
using CrmAddon.Conformance.Values;
using CrmAddon.Local.Metadata;

namespace CrmAddon.Conformance.Running;

/// <summary>
/// A world prepared once: its solution written and read, its people and rows in a database file. A case that writes gets a copy of
/// the file; the cases that only look share one.
/// </summary>
internal sealed class Template : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("crmaddon-conformance-").FullName;
    private readonly Lazy<World> _shared;
    private int _copies;

    public Template(IReadOnlyList<Block> blocks)
    {
        Blocks = blocks;
        SolutionFolder = Path.Combine(_folder, "solution");
        SolutionWriter.Write(SolutionFolder, [.. blocks.Where(SolutionWriter.Declares)]);
        Metadata = SolutionMetadata.Read([Base, SolutionFolder]);
        Names = new Names(Metadata);
        Now = Setting("today is") is { } today ? ValueReader.Date(today) : SettableClock.Start;
        Currency = Setting("base currency") ?? "USD";
        Prepare();
        _shared = new Lazy<World>(() => Open([]));
    }

    public static string Base => Path.Combine(AppContext.BaseDirectory, "Base");

    public IReadOnlyList<Block> Blocks { get; }

    public string SolutionFolder { get; }

    public SolutionMetadata Metadata { get; }

    public Names Names { get; }

    public DateTime Now { get; }

    public string Currency { get; }

    /// <summary>The world that cases share which leave it as it is.</summary>
    public World Shared => _shared.Value;

    /// <summary>A world of a case's own.</summary>
    /// <param name="steps">Steps that are registered beside the file's own.</param>
    public World Open(IEnumerable<Block> steps)
    {
        var copy = NewDatabase();
        File.Copy(Prepared, copy);
        return new World(this, copy, [.. Blocks.Where(b => b.FirstWord == "step"), .. steps]);
    }

    public void Dispose()
    {
        if (_shared.IsValueCreated)
        {
            _shared.Value.Dispose();
        }

        Directory.Delete(_folder, recursive: true);
    }

    private string Prepared => Path.Combine(_folder, "prepared.db");

    private string NewDatabase() => Path.Combine(_folder, $"case{System.Threading.Interlocked.Increment(ref _copies)}.db");

    private string? Setting(string words) =>
        Blocks.Where(b => b.Text.StartsWith(words + " ", StringComparison.Ordinal)).Select(b => b.Text[words.Length..].Trim()).LastOrDefault();

    private void Prepare()
    {
        using var world = new World(this, Prepared, []);
        new Setup(world).Run(Blocks);
        foreach (var (name, row) in world.Named)
        {
            Names.Set(name, row);
        }
    }
}
