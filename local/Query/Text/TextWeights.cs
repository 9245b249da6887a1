using System;

namespace CrmAddon.Local.Query.Text;

/// <summary>
/// How text compares: without case, accents and width, as the platform's default collation does; other signs come before digits,
/// digits before letters. A text is turned into weights, and weights compare as numbers.
/// </summary>
internal static class TextWeights
{
    // Weights below this stand for the signs of ASCII: signs that are neither digits nor letters, then digits, then letters.
    private const ushort FirstDigit = 0x40;
    private const ushort FirstLetter = 0x50;
    private static readonly ushort[] Ascii = MakeAscii();
    private static readonly ushort[] Others = MakeOthers();

    /// <summary>The weight of an ASCII sign; 0: it counts for nothing.</summary>
    public static ushort OfAscii(byte sign) => Ascii[sign];

    /// <summary>Writes the weights of a text and gives their number; at most two for each sign.</summary>
    public static int Write(ReadOnlySpan<char> text, Span<ushort> weights)
    {
        var count = 0;
        foreach (var sign in text)
        {
            if (sign < 128)
            {
                if (Ascii[sign] is var weight and not 0)
                {
                    weights[count++] = weight;
                }

                continue;
            }

            count = WriteOther(sign, weights, count);
        }

        return count;
    }

    private static int WriteOther(char sign, Span<ushort> weights, int count)
    {
        switch (sign)
        {
            case 'ß' or 'ẞ':
                weights[count++] = Ascii['S'];
                weights[count++] = Ascii['S'];
                break;
            case 'æ' or 'Æ':
                weights[count++] = Ascii['A'];
                weights[count++] = Ascii['E'];
                break;
            case 'œ' or 'Œ':
                weights[count++] = Ascii['O'];
                weights[count++] = Ascii['E'];
                break;
            default:
                if (Others[sign] is var weight and not 0)
                {
                    weights[count++] = weight;
                }

                break;
        }

        return count;
    }

    private static ushort[] MakeAscii()
    {
        var weights = new ushort[128];
        ushort next = 1;
        for (var sign = ' '; sign < 127; sign++)
        {
            weights[sign] = char.IsAsciiDigit(sign) ? (ushort)(FirstDigit + sign - '0')
                : char.IsAsciiLetter(sign) ? (ushort)(FirstLetter + char.ToUpperInvariant(sign) - 'A')
                : next++;
        }

        foreach (var sign in "\t\n\v\f\r")
        {
            weights[sign] = weights[' '];
        }

        return weights;
    }

    private static ushort[] MakeOthers()
    {
        var weights = new ushort[char.MaxValue + 1];
        for (var i = 128; i <= char.MaxValue; i++)
        {
            var sign = (char)i;
            if (sign is (>= '\u0300' and <= '\u036F') or '\u00AD' or '\u200B' or '\uFEFF')
            {
                continue; // an accent that is a sign of its own, or a sign that nobody sees
            }

            // Full-width signs and katakana count as their narrow twins and hiragana.
            sign = sign is >= '\uFF01' and <= '\uFF5E' ? (char)(sign - 0xFEE0) : sign is '\u00A0' or '\u3000' ? ' ' : sign;
            sign = sign is >= '\u30A1' and <= '\u30F6' ? (char)(sign - 0x60) : sign;
            sign = Accents.Remove(char.ToUpperInvariant(sign));
            weights[i] = sign < 128 ? Ascii[sign] : sign;
        }

        return weights;
    }
}
