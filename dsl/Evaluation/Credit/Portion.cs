using CrmAddon.Rules.Money;

namespace CrmAddon.Rules.Evaluation;

/// <summary>One partner's exact part of a credit, with a sentence that says why.</summary>
internal sealed record Portion(string PartnerKey, string PartnerName, string Role, Rational Part, Participant? Participant, string Reason);
