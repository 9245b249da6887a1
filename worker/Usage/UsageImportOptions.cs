using System.Collections.Generic;
using CrmAddon.Worker.Usage.Focus;

namespace CrmAddon.Worker.Usage;

/// <summary>How a file is to be read and stored.</summary>
public sealed class UsageImportOptions
{
    /// <summary>
    /// The ISO 4217 code of the program's currency. Rows in another currency are refused: amounts of two currencies are never
    /// added. An import needs it; a check without it accepts the currency of the first row.
    /// </summary>
    public string? Currency { get; init; }

    /// <summary>
    /// Whether the file holds corrections only, to be added to what is stored of its billing periods, instead of the periods whole.
    /// The same corrections twice count once; a whole period that comes later takes their place too.
    /// </summary>
    public bool IsDelta { get; init; }

    /// <summary>The cost that counts as consumption.</summary>
    public CostMeasure Measure { get; init; } = CostMeasure.BilledCost;

    /// <summary>
    /// Values for columns that a file doesn't have or leaves empty, such as the provider or billing account of an export that
    /// was made for one account only.
    /// </summary>
    public IReadOnlyDictionary<FocusColumn, string> Assumed { get; init; } = new Dictionary<FocusColumn, string>();

    /// <summary>
    /// Where the rows that were set aside are written as CSV, with line and reason; an earlier file there is replaced, or removed
    /// when no row was set aside. Null writes none.
    /// </summary>
    public string? RejectsFile { get; init; }

    /// <summary>How many refusals the result itself carries; the file has all of them.</summary>
    public int RefusalsInResult { get; init; } = 100;

    /// <summary>Rows in one UpsertMultiple request: at most 1,000 on the platform.</summary>
    public int BatchSize { get; init; } = 1000;

    /// <summary>
    /// The most rows written in one transaction. A snapshot with more changes than this is stored in several transactions, and is
    /// complete only when the import has ended; after a crash in between, the same import completes it.
    /// </summary>
    public int TransactionSize { get; init; } = 10_000;
}
