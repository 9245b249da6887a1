namespace CrmAddon.Rules.Editing;

/// <summary>A place that names something.</summary>
/// <param name="Range">The name, without quotation marks.</param>
/// <param name="IsDefinition">Whether what is named is defined here.</param>
public sealed record NameUse(TextRange Range, bool IsDefinition);
