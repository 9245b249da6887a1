namespace CrmAddon.Worker.Usage;

/// <summary>How far an import has come.</summary>
/// <param name="Stage">What it is doing.</param>
/// <param name="Done">Rows of the file read, or snapshots stored.</param>
/// <param name="Total">Of how many; null while nobody knows.</param>
public readonly record struct UsageImportProgress(UsageImportStage Stage, long Done, long? Total);
