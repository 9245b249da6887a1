using System;
using System.Globalization;
using System.Numerics;

namespace CrmAddon.Worker.Usage;

/// <summary>
/// A decimal number without a limit of digits. Usage is billed in amounts as small as 0.00000000001 and summed over millions
/// of rows; this type keeps every digit, so that the order of the rows can't change a sum and nothing is rounded before the
/// end. The unit is the billing currency of whatever is summed.
/// </summary>
public readonly struct ExactAmount : IEquatable<ExactAmount>, IComparable<ExactAmount>
{
    /// <summary>The most digits before and after the point that a number in a file may have; more is refused as nonsense.</summary>
    public const int DigitLimit = 60;

    private readonly BigInteger _coefficient;
    private readonly int _scale;

    private ExactAmount(BigInteger coefficient, int scale)
    {
        _coefficient = coefficient;
        _scale = scale;
    }

    /// <summary>Nothing: the start of every sum.</summary>
    public static ExactAmount Zero => default;

    /// <summary>Whether the amount is zero.</summary>
    public bool IsZero => _coefficient.IsZero;

    /// <summary>The same amount as <paramref name="value"/>.</summary>
    public static ExactAmount Of(decimal value)
    {
        Span<int> bits = stackalloc int[4];
        decimal.GetBits(value, bits);
        var coefficient = ((BigInteger)(uint)bits[2] << 64) | ((BigInteger)(uint)bits[1] << 32) | (uint)bits[0];
        return new ExactAmount(bits[3] < 0 ? -coefficient : coefficient, value.Scale);
    }

    /// <summary>
    /// Reads a number as FOCUS writes it: optional sign, digits, a point, and an exponent such as <c>4.81298076439E-7</c>.
    /// No thousands separators and no currency sign, whatever the machine's culture is.
    /// </summary>
    /// <returns>False when the text is no such number or has more than <see cref="DigitLimit"/> digits on a side of the point.</returns>
    public static bool TryParse(ReadOnlySpan<char> text, out ExactAmount amount)
    {
        amount = default;
        text = text.Trim();
        var exponent = 0;
        var e = text.IndexOfAny('e', 'E');
        if (e >= 0)
        {
            if (!int.TryParse(text[(e + 1)..], NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out exponent))
                return false;
            text = text[..e];
        }

        var point = text.IndexOf('.');
        var fraction = point < 0 ? 0 : text.Length - point - 1;
        if (text.Length > 2 * DigitLimit || exponent is < -DigitLimit or > DigitLimit)
            return false;
        Span<char> digits = stackalloc char[text.Length];
        text[..(point < 0 ? text.Length : point)].CopyTo(digits);
        if (point >= 0)
        {
            text[(point + 1)..].CopyTo(digits[point..]);
            digits = digits[..^1];
        }

        if (digits.Length == 0 || !char.IsAsciiDigit(digits[^1]))
            return false;
        if (!BigInteger.TryParse(digits, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var coefficient))
            return false;
        var scale = fraction - exponent;
        if (scale > DigitLimit)
            return false;
        amount = scale < 0
            ? new ExactAmount(coefficient * BigInteger.Pow(10, -scale), 0)
            : new ExactAmount(coefficient, scale);
        return true;
    }

    /// <summary>
    /// The amount rounded once, half to even, to <paramref name="decimals"/> digits after the point.
    /// </summary>
    /// <param name="decimals">0 to 28; Dataverse stores at most 10.</param>
    /// <param name="value">The rounded amount.</param>
    /// <returns>False when the rounded amount has more digits than a <see cref="decimal"/> can hold.</returns>
    public bool TryRound(int decimals, out decimal value)
    {
        var rounded = Rescale(decimals);
        var digits = BigInteger.Abs(rounded);
        value = 0;
        if (digits >> 96 != 0)
            return false;
        var low = (ulong)(digits & ulong.MaxValue);
        value = new decimal((int)low, (int)(low >> 32), (int)(uint)(digits >> 64), rounded.Sign < 0, (byte)decimals);
        return true;
    }

    /// <summary>The sum, to the last digit.</summary>
    public static ExactAmount operator +(ExactAmount left, ExactAmount right)
    {
        var scale = Math.Max(left._scale, right._scale);
        return new ExactAmount(left.Rescale(scale) + right.Rescale(scale), scale);
    }

    /// <summary>The difference, to the last digit.</summary>
    public static ExactAmount operator -(ExactAmount left, ExactAmount right) =>
        left + new ExactAmount(-right._coefficient, right._scale);

    /// <summary>Whether both are the same amount, however many zeros end them.</summary>
    public static bool operator ==(ExactAmount left, ExactAmount right) => left.Equals(right);

    /// <summary>Whether they are different amounts.</summary>
    public static bool operator !=(ExactAmount left, ExactAmount right) => !left.Equals(right);

    /// <summary>Whether left is less than right.</summary>
    public static bool operator <(ExactAmount left, ExactAmount right) => left.CompareTo(right) < 0;

    /// <summary>Whether left is more than right.</summary>
    public static bool operator >(ExactAmount left, ExactAmount right) => left.CompareTo(right) > 0;

    /// <summary>Whether left is at most right.</summary>
    public static bool operator <=(ExactAmount left, ExactAmount right) => left.CompareTo(right) <= 0;

    /// <summary>Whether left is at least right.</summary>
    public static bool operator >=(ExactAmount left, ExactAmount right) => left.CompareTo(right) >= 0;

    /// <summary>The sum, to the last digit.</summary>
    public static ExactAmount Add(ExactAmount left, ExactAmount right) => left + right;

    /// <summary>The difference, to the last digit.</summary>
    public static ExactAmount Subtract(ExactAmount left, ExactAmount right) => left - right;

    /// <inheritdoc/>
    public int CompareTo(ExactAmount other)
    {
        var scale = Math.Max(_scale, other._scale);
        return Rescale(scale).CompareTo(other.Rescale(scale));
    }

    /// <inheritdoc/>
    public bool Equals(ExactAmount other) => CompareTo(other) == 0;

    /// <inheritdoc/>
    public override bool Equals(object? obj) => obj is ExactAmount other && Equals(other);

    /// <inheritdoc/>
    public override int GetHashCode() => ToString().GetHashCode(StringComparison.Ordinal);

    /// <summary>All digits, a point where there is a fraction, no zeros at its end: <c>20.519953062</c>. Never an exponent.</summary>
    public override string ToString()
    {
        var digits = BigInteger.Abs(_coefficient).ToString(CultureInfo.InvariantCulture).PadLeft(_scale + 1, '0');
        var sign = _coefficient.Sign < 0 ? "-" : "";
        var fraction = digits[^_scale..].TrimEnd('0');
        return sign + digits[..^_scale] + (fraction.Length == 0 ? "" : "." + fraction);
    }

    private BigInteger Rescale(int scale)
    {
        if (scale == _scale)
            return _coefficient;
        if (scale > _scale)
            return _coefficient * BigInteger.Pow(10, scale - _scale);
        var unit = BigInteger.Pow(10, _scale - scale);
        var whole = BigInteger.DivRem(_coefficient, unit, out var rest);
        var half = BigInteger.Compare(BigInteger.Abs(rest) * 2, unit);
        return half > 0 || (half == 0 && !whole.IsEven) ? whole + _coefficient.Sign : whole;
    }
}
