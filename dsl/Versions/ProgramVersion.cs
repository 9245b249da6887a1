namespace CrmAddon.Rules;

/// <summary>One published text of a program, and the months for which it is in force.</summary>
public sealed record ProgramVersion
{
    /// <summary>What people call it, such as its number.</summary>
    public required string Name { get; init; }

    /// <summary>The month from which it is in force.</summary>
    public required Month EffectiveFrom { get; init; }

    /// <summary>The last month for which it is in force; null for until the next one begins.</summary>
    public Month? EffectiveUntil { get; init; }

    /// <summary>The program text; null where it is not at hand. Findings point to its first line.</summary>
    public string? Text { get; init; }
}
