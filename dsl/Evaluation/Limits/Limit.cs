namespace CrmAddon.Rules.Evaluation;

/// <summary>A cap and a floor; null where there is none.</summary>
internal readonly record struct Limit(decimal? AtMost, decimal? AtLeast)
{
    public bool IsNone => AtMost is null && AtLeast is null;

    /// <summary>What the limit adds to a total; negative for a cap.</summary>
    public decimal Change(decimal total) =>
        AtMost is { } most && total > most ? most - total
        : AtLeast is { } least && total < least ? least - total
        : 0;
}
