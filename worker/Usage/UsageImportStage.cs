namespace CrmAddon.Worker.Usage;

/// <summary>What an import is doing.</summary>
public enum UsageImportStage
{
    /// <summary>Reading and summing the file; nothing is written yet.</summary>
    Reading,

    /// <summary>Storing the sums, snapshot by snapshot.</summary>
    Storing,
}
