using System.Globalization;
using System.Linq;
using System.Text.RegularExpressions;

namespace CrmAddon.Rules.Tests.Reference;

/// <summary>A program that the reference shows.</summary>
/// <param name="Codes">What the checker finds in it, each code once; empty for nothing.</param>
/// <param name="Text">The whole text.</param>
/// <param name="Drawing">How the findings are drawn; null where the page does not show it.</param>
internal sealed partial record ShownProgram(string Codes, string Text, string? Drawing)
{
    private const string Header = "language 1 program \"Case\" in USD role ISV, Reseller, SI, MSP, Referral\n";

    /// <summary>What the page can't show is put in, and the header before what has none.</summary>
    public static string Whole(string shown)
    {
        var text = Copies().Replace(shown, copies => string.Concat(Enumerable.Repeat(
            copies.Groups[2].Value, int.Parse(copies.Groups[1].Value, NumberStyles.AllowThousands, CultureInfo.InvariantCulture))));
        text = Hidden().Replace(text, code => char.ConvertFromUtf32(
            int.Parse(code.Groups[1].Value, NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture)));
        return text.StartsWith("language ", System.StringComparison.Ordinal) ? text : Header + text;
    }

    [GeneratedRegex(@"\{([\d,]+) times: (.*?)\}", RegexOptions.Singleline)]
    private static partial Regex Copies();

    [GeneratedRegex(@"\{U\+([0-9A-F]{4,5})\}")]
    private static partial Regex Hidden();
}
