using System;
using System.Collections.Generic;
using System.Globalization;
using System.Linq;
using CrmAddon.Worker.Dataverse;
using Microsoft.Xrm.Sdk;

namespace CrmAddon.Worker.Usage;

/// <summary>
/// Brings a FOCUS file into <c>cov_usage</c>. The file is read to its end before anything is written; then each snapshot in it
/// replaces what the CRM holds of the same source and billing month, in one transaction, writing only what differs. The import
/// may be killed anywhere and run again: the same file always leaves the same rows.
/// </summary>
public static class UsageImport
{
    /// <summary>Imports a file.</summary>
    /// <param name="service">The CRM, as a user who may write accounts, products and usage.</param>
    /// <param name="file">A FOCUS file, CSV or Parquet; which of them its first bytes say, not its name.</param>
    /// <param name="options">How to read and store it; <see cref="UsageImportOptions.Currency"/> must be set.</param>
    /// <param name="progress">Told how far it has come, if anyone wants to know.</param>
    /// <exception cref="UsageFileException">The file can't be read as FOCUS at all, or its currency is not set up in the CRM.</exception>
    public static UsageImportResult Run(
        IOrganizationService service, string file, UsageImportOptions options, IProgress<UsageImportProgress>? progress = null)
    {
        if (options.Currency is null)
            throw new ArgumentException("An import must know the program's currency.", nameof(options));
        using var refusals = new RefusalLog(options);
        var reading = UsageReading.Of(file, options, refusals, progress);
        List<UsageSum> sums = [.. reading.Snapshots.SelectMany(snapshot => snapshot.Sums)];
        if (sums.Count == 0)
            return Result(reading, refusals, [.. reading.Warnings], [], new Tally(), 0, 0);

        var currency = CurrencyOf(service, options.Currency);
        var (customers, newCustomers) = Customers.Resolve(service, sums, options.BatchSize);
        var (products, newProducts) = Products.Resolve(service, sums);
        var references = new UsageReferences(customers, products, currency);

        var tally = new Tally();
        List<UsageSnapshot> taken = [];
        List<string> warnings = [.. reading.Warnings];
        foreach (var snapshot in reading.Snapshots.Select(whole => options.IsDelta ? whole.AsDelta() : whole))
        {
            var stored = StoredUsage.Load(service, snapshot);
            var changes = stored.ChangesTo(snapshot, references);
            if (reading.IsCutShort && !stored.IsEmpty && !changes.IsEmpty)
            {
                refusals.Add(new UsageRefusal(snapshot.Sums.Min(sum => sum.FirstLine), snapshot.Rows,
                    $"the file ends in the middle of a row and may have been cut short: what is stored of {snapshot.Source} for " +
                    $"{UsageMonth.Text(snapshot.BillingMonth)} stays as it is. Import the whole file", ""));
                continue;
            }

            if (Collapse(snapshot, stored) is { } collapse)
                warnings.Add(collapse);
            changes.Write(service, options);
            tally.Add(changes);
            taken.Add(snapshot);
            progress?.Report(new UsageImportProgress(UsageImportStage.Storing, taken.Count, reading.Snapshots.Count));
        }

        return Result(reading, refusals, warnings, taken, tally, newCustomers, newProducts);
    }

    // A provider's corrections alone look like a period that has shrunk to nearly nothing.
    private static string? Collapse(UsageSnapshot snapshot, StoredUsage stored)
    {
        var after = snapshot.Sums.Sum(sum => StoredAmount.Of(sum.Cost)!.Value);
        return stored.Total > 0 && after < stored.Total / 2
            ? string.Create(CultureInfo.InvariantCulture,
                $"What is stored of {snapshot.Source} for {UsageMonth.Text(snapshot.BillingMonth)} fell from {stored.Total:0.##########} to " +
                $"{after:0.##########}: a file is taken as the whole of its billing periods. If it holds corrections only, import the " +
                $"period's whole file again, and then this one as a delta.")
            : null;
    }

    private static EntityReference CurrencyOf(IOrganizationService service, string code) =>
        service.IdsByKey("transactioncurrency", "isocurrencycode", [code]).TryGetValue(code, out var id)
            ? new EntityReference("transactioncurrency", id)
            : throw new UsageFileException($"The currency {code} is not set up in the CRM. Add it there and import the file again.");

    private static UsageImportResult Result(
        UsageReading reading, RefusalLog refusals, IReadOnlyList<string> warnings, IReadOnlyList<UsageSnapshot> taken, Tally tally, int customers, int products)
    {
        var sums = taken.SelectMany(snapshot => snapshot.Sums).ToList();
        return new UsageImportResult
        {
            RowsRead = reading.RowsRead,
            RowsStored = sums.Sum(sum => sum.Rows),
            RowsRefused = refusals.Rows,
            Refusals = refusals.First,
            RejectsFile = refusals.File,
            Warnings = warnings,
            Currency = reading.Currency,
            ExactTotal = sums.Aggregate(ExactAmount.Zero, (total, sum) => total + sum.Cost),
            StoredTotal = sums.Sum(sum => StoredAmount.Of(sum.Cost)!.Value),
            Snapshots = taken,
            Created = tally.Created,
            Updated = tally.Updated,
            Deleted = tally.Deleted,
            Unchanged = tally.Unchanged,
            CustomersCreated = customers,
            ProductsCreated = products,
        };
    }

    private sealed class Tally
    {
        public int Created { get; private set; }

        public int Updated { get; private set; }

        public int Deleted { get; private set; }

        public int Unchanged { get; private set; }

        public void Add(UsageChanges changes)
        {
            Created += changes.Created.Count;
            Updated += changes.Updated.Count;
            Deleted += changes.Removed.Count;
            Unchanged += changes.Unchanged;
        }
    }
}
