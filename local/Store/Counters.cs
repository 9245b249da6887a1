using System;
using System.Collections.Generic;

namespace CrmAddon.Local.Store;

/// <summary>
/// Row versions and the sequences of autonumber columns. Numbers are given in memory and saved with the transaction that used them; one
/// that was given is never given again, so that an undone transaction leaves gaps, as in the platform.
/// </summary>
internal sealed class Counters
{
    private const string RowVersion = "rowversion";
    private readonly Database _database;
    private readonly Dictionary<string, long> _sequences = new(StringComparer.Ordinal);
    private readonly HashSet<string> _unsaved = new(StringComparer.Ordinal);

    // Where the sequences stood whose next number the running transaction says; null for one that was not used before.
    private readonly Dictionary<string, long?> _said = new(StringComparer.Ordinal);
    private long _version;
    private long _savedVersion;

    public Counters(Database database)
    {
        _database = database;
        _version = _savedVersion = Stored(RowVersion) ?? 0;
    }

    /// <summary>The last version given.</summary>
    public long Version => _version;

    /// <summary>A version higher than any before, in this database and for ever.</summary>
    public long NextVersion() => ++_version;

    /// <summary>The next number of a sequence.</summary>
    public long Next(string sequence, long first)
    {
        var number = Peek(sequence, first);
        Keep(sequence, number);
        return number;
    }

    /// <summary>The number that a sequence will give next.</summary>
    public long Peek(string sequence, long first)
    {
        if (!_sequences.TryGetValue(sequence, out var last))
        {
            last = Stored(sequence) ?? first - 1;
            _sequences.Add(sequence, last);
        }

        return last + 1;
    }

    /// <summary>Says which number a sequence gives next; forgotten when the transaction is undone.</summary>
    public void SetNext(string sequence, long number)
    {
        _said.TryAdd(sequence, _sequences.TryGetValue(sequence, out var last) ? last : null);
        Keep(sequence, number - 1);
    }

    /// <summary>Writes what was given, as part of the transaction that is about to be committed.</summary>
    public void Save()
    {
        if (_version != _savedVersion)
        {
            Store(RowVersion, _version);
        }

        foreach (var sequence in _unsaved)
        {
            Store(sequence, _sequences[sequence]);
        }
    }

    /// <summary>Called when what was saved is committed.</summary>
    public void Saved()
    {
        _savedVersion = _version;
        _unsaved.Clear();
        _said.Clear();
    }

    /// <summary>Called when the transaction was undone: numbers that were given stay given, numbers that were said do not.</summary>
    public void Undone()
    {
        foreach (var (sequence, before) in _said)
        {
            if (before is { } last)
            {
                _sequences[sequence] = last;
            }
            else
            {
                _sequences.Remove(sequence);
                _unsaved.Remove(sequence);
            }
        }

        _said.Clear();
    }

    private void Keep(string sequence, long last)
    {
        _sequences[sequence] = last;
        _unsaved.Add(sequence);
    }

    private long? Stored(string name) => (long?)_database.Prepare("SELECT value FROM _counter WHERE name = @0").Value(name);

    private void Store(string name, long value) =>
        _database.Run("INSERT OR REPLACE INTO _counter (name, value) VALUES (@0, @1)", name, value);
}
