using System;
using System.Runtime.CompilerServices;

namespace CrmAddon.Rules.Money;

/// <summary>
/// Sums and products of decimals where these are exact. A decimal silently drops digits that it has no room for; money must
/// not, so whoever gets false computes in fractions.
/// </summary>
internal static class ExactDecimal
{
    private const int MostDigits = 28;
    private const int MostBits = 96;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static bool TryMultiply(decimal left, decimal right, out decimal product)
    {
        var a = new DecimalParts(left);
        var b = new DecimalParts(right);
        if (DecimalParts.AreReliable && a.Scale + b.Scale <= MostDigits && (AreSmall(a, b) || Bits(a) + Bits(b) <= MostBits))
        {
            product = left * right;
            return true;
        }
        product = 0;
        return false;
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static bool TryAdd(decimal left, decimal right, out decimal sum)
    {
        var a = new DecimalParts(left);
        var b = new DecimalParts(right);
        // With the highest bits clear the sum can't overflow. It is exact if it kept the digits of both.
        if (DecimalParts.AreReliable && (int)(a.High | b.High) >= 0)
        {
            sum = left + right;
            return new DecimalParts(sum).Scale == Math.Max(a.Scale, b.Scale);
        }
        sum = 0;
        return false;
    }

    /// <summary>Moves the point so many digits to the right.</summary>
    public static bool TryShift(decimal value, int digits, out decimal shifted)
    {
        var parts = new DecimalParts(value);
        shifted = 0;
        if (!DecimalParts.AreReliable)
            return false;
        if (parts.Scale >= digits)
        {
            shifted = parts.WithScale(parts.Scale - digits);
            return true;
        }
        return digits - parts.Scale <= MinorUnits.MostDigits
            && TryMultiply(parts.WithScale(0), MinorUnits.In(digits - parts.Scale), out shifted);
    }

    // 64 bits times 32 bits: by far the most common.
    private static bool AreSmall(DecimalParts a, DecimalParts b) => (a.High | b.High) == 0 && (a.Middle == 0 || b.Middle == 0);

    private static int Bits(DecimalParts parts) =>
        parts.High != 0 ? 64 + Bits(parts.High) : parts.Middle != 0 ? 32 + Bits(parts.Middle) : Bits(parts.Low);

    // The exponent of the word as a floating-point number, which holds every word exactly.
    private static int Bits(uint word) => word == 0 ? 0 : (int)(BitConverter.DoubleToInt64Bits(word) >> 52) - 1022;
}
