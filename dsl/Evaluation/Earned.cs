namespace CrmAddon.Rules.Evaluation;

/// <summary>What one rule earns one of the credited partners.</summary>
internal struct Earned
{
    public CommissionRule Rule;

    /// <summary>The partner's place among those who are credited.</summary>
    public int Share;

    public decimal Amount;

    public decimal Held;
}
