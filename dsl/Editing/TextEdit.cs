namespace CrmAddon.Rules.Editing;

/// <summary>A piece of text and what takes its place.</summary>
/// <param name="Range">The piece; an empty one is a place to insert at.</param>
/// <param name="NewText">What takes its place.</param>
public sealed record TextEdit(TextRange Range, string NewText);
