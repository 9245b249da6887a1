namespace CrmAddon.Rules.Text;

/// <summary>Characters that make a text look like another text.</summary>
internal static class SuspiciousCharacters
{
    /// <summary>Whether it changes the direction of the text around it, so that a reader sees another order than the checker.</summary>
    public static bool IsDirectionControl(char c) =>
        c is '\u061C' or '\u200E' or '\u200F' or (>= '\u202A' and <= '\u202E') or (>= '\u2066' and <= '\u2069');

    /// <summary>Whether it takes no room, or the room of a blank, so that a reader can't see it.</summary>
    public static bool IsInvisible(char c) =>
        c is '\u00AD' or '\u034F' or '\u115F' or '\u1160' or '\u17B4' or '\u17B5' or '\u180E' or '\u3164' or '\uFEFF' or '\uFFA0'
            or (< ' ' and not '\t' and not '\r' and not '\n') or (>= '\u007F' and <= '\u009F' and not '\u0085')
            or (>= '\u200B' and <= '\u200D') or (>= '\u2060' and <= '\u2064') or (>= '\uFE00' and <= '\uFE0F');

    /// <summary>Whether it must not be drawn as it is.</summary>
    public static bool IsHidden(char c) => IsDirectionControl(c) || IsInvisible(c);
}
