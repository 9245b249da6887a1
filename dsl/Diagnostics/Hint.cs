namespace CrmAddon.Rules.Diagnostics;

/// <summary>What to do about a finding; where it is to write another word, that word too, so that an editor can do it.</summary>
internal sealed class Hint(string text, string? replacement = null)
{
    public string Text { get; } = text;

    /// <summary>What would stand in place of the finding's range.</summary>
    public string? Replacement { get; } = replacement;

    public static implicit operator Hint?(string? text) => text is null ? null : new Hint(text);
}
