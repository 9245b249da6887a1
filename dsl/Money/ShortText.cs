using System.Globalization;

namespace CrmAddon.Rules.Money;

/// <summary>
/// Writes the numbers that explanations are full of: few digits, no grouping, no zeros at the end. The framework's formats come to
/// the same and take several times as long.
/// </summary>
internal static class ShortText
{
    private const int Longest = 20;

    /// <summary>The number without zeros at the end; null where it has too many digits, or more than that many after the point.</summary>
    public static string? Of(decimal value, int mostDigits)
    {
        var parts = new DecimalParts(value);
        if (!DecimalParts.AreReliable || !parts.IsShort || !parts.TryUnits(out var units))
            return null;
        var scale = parts.Scale;
        for (; scale > 0 && units % 10 == 0; scale--)
            units /= 10;
        if (scale == 0)
            return (parts.IsNegative ? -units : units).ToString(CultureInfo.InvariantCulture);
        return scale > mostDigits || scale >= Longest - 2 ? null : WithPoint(units, scale, parts.IsNegative);
    }

    private static string WithPoint(long units, int scale, bool isNegative)
    {
        var text = new char[Longest];
        var at = Longest;
        for (var written = 0; units > 0 || written <= scale; written++)
        {
            if (written == scale)
                text[--at] = '.';
            text[--at] = (char)('0' + (units % 10));
            units /= 10;
        }
        if (isNegative)
            text[--at] = '-';
        return new string(text, at, Longest - at);
    }
}
