namespace CrmAddon.Worker.Usage;

/// <summary>Rows of a file that were not stored, and why.</summary>
/// <param name="Line">The line of the file on which the (first) row starts; in Parquet the number of the row.</param>
/// <param name="Rows">How many rows it stands for: 1, but for a sum or a snapshot that was refused as a whole.</param>
/// <param name="Reason">A sentence that says what is wrong.</param>
/// <param name="Row">The row as it stands in the file; empty where it stands for several.</param>
public sealed record UsageRefusal(long Line, long Rows, string Reason, string Row);
