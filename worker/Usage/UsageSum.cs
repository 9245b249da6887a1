namespace CrmAddon.Worker.Usage;

/// <summary>The exact sum of all charges of a file with the same key.</summary>
public sealed class UsageSum
{
    internal UsageSum(UsageKey key, long firstLine)
    {
        Key = key;
        FirstLine = firstLine;
    }

    /// <summary>What it is the sum of.</summary>
    public UsageKey Key { get; internal set; }

    /// <summary>What the file calls the consuming account; null when it doesn't say.</summary>
    public string? SubAccountName { get; internal set; }

    /// <summary>The sum in the file's currency, not rounded.</summary>
    public ExactAmount Cost { get; internal set; }

    /// <summary>How many rows it sums.</summary>
    public long Rows { get; internal set; }

    /// <summary>The line of its first row.</summary>
    public long FirstLine { get; }
}
