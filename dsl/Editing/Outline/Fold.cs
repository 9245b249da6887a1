namespace CrmAddon.Rules.Editing;

/// <summary>Lines that can be folded away under the first of them.</summary>
/// <param name="FirstLine">The line that stays, counted from 1.</param>
/// <param name="LastLine">The last line that is hidden.</param>
/// <param name="IsComment">Whether it is a block of comments.</param>
public sealed record Fold(int FirstLine, int LastLine, bool IsComment);
