namespace CrmAddon.Rules.Editing;

/// <summary>A place that names something: a rule by its kind, a role, a partner of an example, or a field.</summary>
/// <param name="Kind">credit, commission, clawback, registration, tier, example, role, partner, customer, product or field.</param>
/// <param name="Name">The name without quotation marks.</param>
/// <param name="Range">The name in the text, without quotation marks.</param>
/// <param name="IsDefinition">Whether what is named is defined here.</param>
/// <param name="IsQuoted">Whether it stands in quotation marks.</param>
internal sealed record NamePlace(string Kind, string Name, TextRange Range, bool IsDefinition, bool IsQuoted);
