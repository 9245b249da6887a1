namespace CrmAddon.Rules.Editing;

/// <summary>What a piece of the text means.</summary>
/// <param name="Range">The piece.</param>
/// <param name="Markdown">The meaning, in Markdown.</param>
public sealed record HoverText(TextRange Range, string Markdown);
