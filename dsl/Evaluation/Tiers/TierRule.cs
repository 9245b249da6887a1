namespace CrmAddon.Rules.Evaluation;

/// <summary>A bound tier rule.</summary>
/// <param name="Tier">The choice of partner.tier.</param>
/// <param name="Rank">Its place among the choices; the highest counts where several hold.</param>
/// <param name="Range">Where its name stands.</param>
/// <param name="When">When a partner reaches it.</param>
internal sealed record TierRule(string Tier, int Rank, TextRange Range, Condition When);
