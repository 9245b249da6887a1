using System.Globalization;
using System.IO;
using System.Linq;

namespace CrmAddon.Worker.Usage;

/// <summary>Writes what an import did, for people.</summary>
internal static class UsageImportAccount
{
    public static void Write(UsageImportResult result, TextWriter output)
    {
        void Line(string text) => output.WriteLine(text);
        var culture = CultureInfo.InvariantCulture;
        Line(string.Create(culture, $"{result.RowsRead:N0} rows read = {result.RowsStored:N0} stored + {result.RowsRefused:N0} set aside"));
        Line(string.Create(culture, $"{result.Snapshots.Count:N0} billing periods, {result.ExactTotal} {result.Currency} exactly, {result.StoredTotal:0.##########} stored"));
        Line(string.Create(
            culture,
            $"usage rows: {result.Created:N0} created, {result.Updated:N0} updated, {result.Deleted:N0} removed, {result.Unchanged:N0} unchanged; " +
            $"{result.CustomersCreated:N0} new customers, {result.ProductsCreated:N0} new products"));
        foreach (var warning in result.Warnings)
            Line("Note: " + warning);
        foreach (var refusal in result.Refusals)
            Line(string.Create(culture, $"line {refusal.Line}: {refusal.Reason}"));
        var listed = result.Refusals.Sum(refusal => refusal.Rows);
        if (result.RowsRefused > listed)
            Line(string.Create(culture, $"... and {result.RowsRefused - listed:N0} more."));
        if (result.RejectsFile is { } file)
            Line($"Every row that was set aside stands, with its reason, in {file}.");
    }
}
