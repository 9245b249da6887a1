using System.Globalization;
using System.IO;
using System.Linq;

namespace CrmAddon.Worker.Usage;

/// <summary>Reads a FOCUS file as an import would and says what it would store and what it would set aside. Nothing is stored.</summary>
public static class UsageCheck
{
    /// <summary>Checks a file and writes the account of it.</summary>
    /// <param name="file">A FOCUS file, CSV or Parquet.</param>
    /// <param name="options">How to read it.</param>
    /// <param name="output">Where to write.</param>
    /// <returns>Whether every row would be stored.</returns>
    /// <exception cref="UsageFileException">The file can't be read as FOCUS at all.</exception>
    public static bool Run(string file, UsageImportOptions options, TextWriter output)
    {
        using var refusals = new RefusalLog(options);
        var reading = UsageReading.Of(file, options, refusals, null);
        var culture = CultureInfo.InvariantCulture;
        output.WriteLine(string.Create(culture, $"{reading.RowsRead:N0} rows = " +
            $"{reading.Snapshots.Sum(snapshot => snapshot.Rows):N0} to store + {refusals.Rows:N0} set aside"));
        foreach (var snapshot in reading.Snapshots)
        {
            var total = snapshot.Sums.Aggregate(ExactAmount.Zero, (sum, next) => sum + next.Cost);
            output.WriteLine(string.Create(culture, $"{UsageMonth.Text(snapshot.BillingMonth)}  {snapshot.Source}: " +
                $"{snapshot.Rows:N0} rows in {snapshot.Sums.Count:N0} sums, {total} {reading.Currency}"));
        }

        foreach (var warning in reading.Warnings)
            output.WriteLine("Note: " + warning);
        if (reading.IsCutShort)
            output.WriteLine("Note: The file ends in the middle of a row and may have been cut short.");
        foreach (var refusal in refusals.First)
            output.WriteLine(string.Create(culture, $"line {refusal.Line}: {refusal.Reason}"));
        var listed = refusals.First.Sum(refusal => refusal.Rows);
        if (refusals.Rows > listed)
            output.WriteLine(string.Create(culture, $"... and {refusals.Rows - listed:N0} more."));
        return refusals.Rows == 0;
    }
}
