namespace CrmAddon.Rules.Checking.Situations;

/// <summary>A quantity as a sum, perhaps divided by another.</summary>
/// <param name="Value">The sum.</param>
/// <param name="Divisor">What it is divided by, which is not zero where the quantity is known; null for nothing.</param>
/// <param name="Known">When the quantity is known.</param>
internal sealed record Reading(LinearSum Value, LinearSum? Divisor, Formula Known);
