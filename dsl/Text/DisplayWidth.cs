using System.Globalization;

namespace CrmAddon.Rules.Text;

/// <summary>How many columns characters take where every column is as wide as the others.</summary>
internal static class DisplayWidth
{
    // East Asian Width W and F of the Unicode standard, the common blocks, and the pictures that are drawn as wide.
    private static readonly (int First, int Last)[] Wide =
    [
        (0x1100, 0x115F), (0x2E80, 0x303E), (0x3041, 0x33FF), (0x3400, 0x4DBF), (0x4E00, 0x9FFF), (0xA000, 0xA4CF), (0xAC00, 0xD7A3),
        (0xF900, 0xFAFF), (0xFE30, 0xFE6F), (0xFF00, 0xFF60), (0xFFE0, 0xFFE6), (0x1F300, 0x1F64F), (0x1F680, 0x1F6FF),
        (0x1F900, 0x1F9FF), (0x20000, 0x3FFFD),
    ];

    public static int Of(string text)
    {
        var width = 0;
        for (var i = 0; i < text.Length; i++)
        {
            var isPair = char.IsHighSurrogate(text[i]) && i + 1 < text.Length && char.IsLowSurrogate(text[i + 1]);
            width += Of(isPair ? char.ConvertToUtf32(text, i) : text[i], CharUnicodeInfo.GetUnicodeCategory(text, i));
            if (isPair)
                i++;
        }
        return width;
    }

    private static int Of(int character, UnicodeCategory category)
    {
        if (category is UnicodeCategory.NonSpacingMark or UnicodeCategory.EnclosingMark)
            return 0;
        foreach (var (first, last) in Wide)
        {
            if (character >= first && character <= last)
                return 2;
        }
        return 1;
    }
}
