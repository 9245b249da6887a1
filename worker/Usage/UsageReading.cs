using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using CrmAddon.Worker.Usage.Focus;

namespace CrmAddon.Worker.Usage;

/// <summary>
/// A file read to its end: every row is either in one of the sums or in the list of refusals. It takes the memory of its sums,
/// however many rows the file has.
/// </summary>
internal sealed class UsageReading
{
    private const int ReportEvery = 10_000;

    private readonly Dictionary<UsageKey, UsageSum> _sums = new(UsageKey.IgnoringCase);
    private readonly ChargeReader _charges;
    private long _suspicious;

    private UsageReading(ChargeReader charges) => _charges = charges;

    public long RowsRead { get; private set; }

    public string? Currency => _charges.Currency;

    /// <summary>The file ended in the middle of a row.</summary>
    public bool IsCutShort { get; private set; }

    public IReadOnlyList<UsageSnapshot> Snapshots { get; private set; } = [];

    public IEnumerable<string> Warnings
    {
        get
        {
            if (_suspicious > 0)
            {
                yield return $"{_suspicious} rows have {_charges.Measure} 0 and a BilledCost that is not 0. Exports often carry " +
                    $"{_charges.Measure} rounded or not at all; compare it with the invoice before partners are paid on it.";
            }

            foreach (var (source, month) in _charges.Seen.Where(IsNotTaken).Order())
            {
                yield return $"No row of {source} for {UsageMonth.Text(month)} could be accepted. What is stored of it, if anything, " +
                    "stays as it is.";
            }
        }
    }

    /// <summary>Reads a file.</summary>
    /// <exception cref="UsageFileException">The file can't be read as FOCUS at all.</exception>
    public static UsageReading Of(string file, UsageImportOptions options, RefusalLog refusals, IProgress<UsageImportProgress>? progress)
    {
        refusals.Start(file);
        using var reader = Open(file);
        var charges = new ChargeReader(options);
        reader.Header.Require(charges.Measure, [.. options.Assumed.Keys]);
        var reading = new UsageReading(charges);
        var record = new FocusRecord();
        while (reader.Read(record))
        {
            if (charges.Read(record, out var charge) is { } reason)
                refusals.Add(new UsageRefusal(record.Line, 1, reason, record.Raw()));
            else
                reading.Add(charge, record);
            if (++reading.RowsRead % ReportEvery == 0)
                progress?.Report(new UsageImportProgress(UsageImportStage.Reading, reading.RowsRead, null));
        }

        progress?.Report(new UsageImportProgress(UsageImportStage.Reading, reading.RowsRead, reading.RowsRead));
        reading.IsCutShort = reader.EndsInsideRow;
        reading.Finish(refusals);
        refusals.Flush();
        return reading;
    }

    private bool IsNotTaken((string Source, DateOnly BillingMonth) seen) => !Snapshots.Any(snapshot =>
        snapshot.BillingMonth == seen.BillingMonth && string.Equals(snapshot.Source, seen.Source, StringComparison.OrdinalIgnoreCase));

    private static IFocusReader Open(string file)
    {
        var stream = new FileStream(file, FileMode.Open, FileAccess.Read, FileShare.Read, 1 << 16, FileOptions.SequentialScan);
        try
        {
            Span<byte> start = stackalloc byte[4];
            var isParquet = stream.ReadAtLeast(start, 4, throwOnEndOfStream: false) == 4 && start.SequenceEqual("PAR1"u8);
            stream.Position = 0;
            return isParquet ? new ParquetFocusReader(stream) : new CsvFocusReader(stream);
        }
        catch
        {
            stream.Dispose();
            throw;
        }
    }

    private void Add(UsageCharge charge, FocusRecord record)
    {
        if (!_sums.TryGetValue(charge.Key, out var sum))
            _sums[charge.Key] = sum = new UsageSum(charge.Key, record.Line);
        sum.Cost += charge.Cost;
        sum.Rows++;

        // Of several spellings the first in the alphabet is kept, so that the order of the rows changes nothing.
        sum.Key = sum.Key with
        {
            Provider = First(sum.Key.Provider, charge.Key.Provider),
            BillingAccount = First(sum.Key.BillingAccount, charge.Key.BillingAccount),
            SubAccount = First(sum.Key.SubAccount, charge.Key.SubAccount),
            Service = First(sum.Key.Service, charge.Key.Service),
        };
        if (charge.SubAccountName is { } name)
            sum.SubAccountName = sum.SubAccountName is { } earlier ? First(earlier, name) : name;

        if (_charges.Measure != FocusColumn.BilledCost && charge.Cost.IsZero &&
            ExactAmount.TryParse(_charges.Value(record, FocusColumn.BilledCost), out var billed) && !billed.IsZero)
            _suspicious++;
    }

    private void Finish(RefusalLog refusals)
    {
        SpellAlike(key => key.Provider, (key, text) => key with { Provider = text });
        SpellAlike(key => key.BillingAccount, (key, text) => key with { BillingAccount = text });
        SpellAlike(key => key.SubAccount, (key, text) => key with { SubAccount = text });
        SpellAlike(key => key.Service, (key, text) => key with { Service = text });
        List<UsageSum> storable = [];
        foreach (var sum in _sums.Values.OrderBy(sum => sum.FirstLine))
        {
            if (StoredAmount.Of(sum.Cost) is not null)
                storable.Add(sum);
            else
            {
                refusals.Add(new UsageRefusal(sum.FirstLine, sum.Rows,
                    $"the sum of {sum.Key.Service} for {sum.Key.SubAccount} is {sum.Cost}, more than the CRM can " +
                    "store (100 billion)", ""));
            }
        }

        Snapshots = UsageSnapshot.Of(storable);
    }

    /// <summary>One account is one account, however its letters are cased from row to row.</summary>
    private void SpellAlike(Func<UsageKey, string> read, Func<UsageKey, string, UsageKey> write)
    {
        Dictionary<string, string> spellings = new(StringComparer.OrdinalIgnoreCase);
        foreach (var text in _sums.Values.Select(sum => read(sum.Key)))
            spellings[text] = spellings.TryGetValue(text, out var known) ? First(known, text) : text;
        foreach (var sum in _sums.Values)
            sum.Key = write(sum.Key, spellings[read(sum.Key)]);
    }

    private static string First(string left, string right) =>
        ReferenceEquals(left, right) || string.CompareOrdinal(left, right) <= 0 ? left : right;
}
