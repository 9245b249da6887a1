namespace CrmAddon.Rules.Evaluation;

/// <summary>What one rule earns one of the credited partners.</summary>
internal struct Earned
{
    public CommissionRule Rule;

    /// <summary>The partner's place among those who are credited.</summary>
    public int Share;

    /// <summary>Where the rule has products or windows longer than a month: what the line is one of; otherwise null.</summary>
    public UsageAccrual? Accrual;

    /// <summary>The place among the lines of the accrual.</summary>
    public int Line;

    public decimal Amount;

    public decimal Held;
}
