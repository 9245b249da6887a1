namespace CrmAddon.Rules;

/// <summary>What a near miss would bring about.</summary>
public enum NearMissKind
{
    /// <summary>A credit rule that does not apply would.</summary>
    Credit,

    /// <summary>A commission that earns a partner nothing would earn.</summary>
    Commission,

    /// <summary>The next step of a commission would be reached.</summary>
    Step,

    /// <summary>An accelerator that does not hold would.</summary>
    Accelerator,

    /// <summary>A partner would have earned a higher tier.</summary>
    Tier,

    /// <summary>A figure that is unknown would be known; how much that earns depends on what it would be.</summary>
    Figure,
}
