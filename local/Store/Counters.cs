namespace CrmAddon.Local.Store;

/// <summary>Row versions and the sequences of autonumber columns.</summary>
internal sealed class Counters
{
    private const string RowVersion = "rowversion";
    private readonly Database _database;
    private long _version;
    private long _savedVersion;

    public Counters(Database database)
    {
        _database = database;
        _version = _savedVersion = (long?)database.Prepare("SELECT value FROM _counter WHERE name = @0").Value(RowVersion) ?? 0;
    }

    /// <summary>The last version given.</summary>
    public long Version => _version;

    /// <summary>A version higher than any before, in this database and for ever.</summary>
    public long NextVersion() => ++_version;

    /// <summary>The next number of a sequence; taken back with the transaction.</summary>
    public long Next(string sequence, long first) => (long)_database.Prepare(
        "INSERT INTO _counter (name, value) VALUES (@0, @1) ON CONFLICT (name) DO UPDATE SET value = value + 1 RETURNING value")
        .Value(sequence, first)!;

    /// <summary>Called before a commit: versions given in the transaction are never given again.</summary>
    public void Save()
    {
        if (_version != _savedVersion)
        {
            _database.Run("INSERT OR REPLACE INTO _counter (name, value) VALUES (@0, @1)", RowVersion, _version);
            _savedVersion = _version;
        }
    }
}
