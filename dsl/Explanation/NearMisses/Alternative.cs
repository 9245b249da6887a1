namespace CrmAddon.Rules;

/// <summary>A case that differs in one fact.</summary>
/// <param name="Case">The changed case.</param>
/// <param name="Change">The change as a step: its fact, from what, to what.</param>
/// <param name="Size">How large the change is beside the value itself.</param>
internal sealed record Alternative(CaseAtHand Case, Finding Change, decimal Size);
