namespace CrmAddon.Worker.Usage;

/// <summary>Texts of a file in columns of limited length.</summary>
internal static class Text
{
    /// <summary>The text, or its beginning and an ellipsis where it is too long; never half of a character.</summary>
    public static string Shorten(string text, int length)
    {
        if (text.Length <= length)
            return text;
        var end = char.IsHighSurrogate(text[length - 2]) ? length - 2 : length - 1;
        return text[..end] + "…";
    }
}
