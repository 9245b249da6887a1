namespace CrmAddon.Rules.Checking.Situations;

/// <summary>What may be spent on trying rules out, for a whole program: a second or two on any machine.</summary>
internal sealed class Effort
{
    private int left = 1_000_000;

    /// <summary>Takes the effort of evaluating so many rules once; false when there is none left.</summary>
    public bool Spend(int rules)
    {
        left = System.Math.Max(0, left - rules);
        return !IsSpent;
    }

    /// <summary>Whether there is nothing left.</summary>
    public bool IsSpent => left == 0;
}
