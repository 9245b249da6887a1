namespace CrmAddon.Rules.Text;

internal static class Shortening
{
    private const int Longest = 60;

    /// <summary>The text, cut where it would make a message unreadable.</summary>
    public static string Shortened(this string text)
    {
        if (text.Length <= Longest)
            return text;
        var cut = char.IsHighSurrogate(text[Longest - 1]) ? Longest - 1 : Longest;
        return text.Substring(0, cut) + "...";
    }
}
