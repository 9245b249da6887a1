using System;
using System.Collections.Generic;
using System.Globalization;
using System.IO;
using CsvHelper;

namespace CrmAddon.Worker.Usage;

/// <summary>Keeps account of every row that isn't stored: all of them in a file, the first ones at hand.</summary>
internal sealed class RefusalLog(UsageImportOptions options) : IDisposable
{
    private readonly List<UsageRefusal> _first = [];
    private CsvWriter? _file;

    public IReadOnlyList<UsageRefusal> First => _first;

    public long Rows { get; private set; }

    /// <summary>The file that was written, if any row was refused and a file was asked for.</summary>
    public string? File => _file is null ? null : options.RejectsFile;

    /// <summary>Removes what an earlier import left: its list must not be taken for this one's.</summary>
    /// <param name="input">The file that is about to be read.</param>
    /// <exception cref="UsageFileException">The list would be written over that very file.</exception>
    public void Start(string input)
    {
        if (options.RejectsFile is not { } path)
            return;
        if (string.Equals(Path.GetFullPath(path), Path.GetFullPath(input), StringComparison.OrdinalIgnoreCase))
            throw new UsageFileException("The list of rows set aside would be written over the file itself. Name another file for it.");
        System.IO.File.Delete(path);
    }

    public void Add(UsageRefusal refusal)
    {
        Rows += refusal.Rows;
        if (_first.Count < options.RefusalsInResult)
            _first.Add(refusal);
        if (options.RejectsFile is not { } path)
            return;
        if (_file is null)
        {
            // What stands in a foreign file may be a formula to the spreadsheet that opens the list.
            _file = CsvWriter.ToFile(path, new CsvWriterOptions { Injection = CsvInjection.Escape }, FileOptions.None);
            _file.WriteRecord("Line", "Rows", "Reason", "Row");
        }

        var culture = CultureInfo.InvariantCulture;
        _file.WriteRecord(refusal.Line.ToString(culture), refusal.Rows.ToString(culture), refusal.Reason, refusal.Row);
    }

    public void Flush() => _file?.Flush();

    public void Dispose() => _file?.Dispose();
}
