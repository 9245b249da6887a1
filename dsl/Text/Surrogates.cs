namespace CrmAddon.Rules.Text;

internal static class Surrogates
{
    /// <summary>Whether the character at the index is one half of a pair whose other half is not there.</summary>
    public static bool IsBroken(string text, int index) =>
        char.IsLowSurrogate(text[index]) ? index == 0 || !char.IsHighSurrogate(text[index - 1])
        : char.IsHighSurrogate(text[index]) && (index + 1 == text.Length || !char.IsLowSurrogate(text[index + 1]));
}
