using System.Collections.Generic;

namespace CrmAddon.Worker.Usage;

/// <summary>The account of an import: every row of the file is in it once, as stored or as refused.</summary>
public sealed class UsageImportResult
{
    /// <summary>Rows in the file, without its header.</summary>
    public long RowsRead { get; init; }

    /// <summary>Rows whose cost is in a stored sum, whether that sum had to be written or stood there already.</summary>
    public long RowsStored { get; init; }

    /// <summary>Rows that were set aside: <see cref="RowsRead"/> is always <see cref="RowsStored"/> and this together.</summary>
    public long RowsRefused { get; init; }

    /// <summary>The first refusals; <see cref="RejectsFile"/> has all of them.</summary>
    public IReadOnlyList<UsageRefusal> Refusals { get; init; } = [];

    /// <summary>The file with all refusals; null when there are none or none was asked for.</summary>
    public string? RejectsFile { get; init; }

    /// <summary>What a person should look at, as sentences.</summary>
    public IReadOnlyList<string> Warnings { get; init; } = [];

    /// <summary>The ISO 4217 code of the amounts; null when the file has no row that counts.</summary>
    public string? Currency { get; init; }

    /// <summary>The sum of all stored rows to the last digit of the file.</summary>
    public ExactAmount ExactTotal { get; init; }

    /// <summary>The sum of what the CRM holds for them: each sum rounded once, half to even, to ten decimals.</summary>
    public decimal StoredTotal { get; init; }

    /// <summary>What that rounding changed in all: <see cref="StoredTotal"/> less <see cref="ExactTotal"/>.</summary>
    public ExactAmount RoundingDifference => ExactAmount.Of(StoredTotal) - ExactTotal;

    /// <summary>The snapshots that were taken.</summary>
    public IReadOnlyList<UsageSnapshot> Snapshots { get; init; } = [];

    /// <summary>Rows of usage that were new to the CRM.</summary>
    public int Created { get; init; }

    /// <summary>Rows of usage whose amount or number of charges changed.</summary>
    public int Updated { get; init; }

    /// <summary>Rows of usage that the snapshots no longer have.</summary>
    public int Deleted { get; init; }

    /// <summary>Rows of usage that were right already and not touched.</summary>
    public int Unchanged { get; init; }

    /// <summary>Customers that the CRM did not know.</summary>
    public int CustomersCreated { get; init; }

    /// <summary>Products that the CRM did not know.</summary>
    public int ProductsCreated { get; init; }
}
