namespace CrmAddon.Rules.Money;

/// <summary>Amounts as whole numbers of units that a long integer has room for.</summary>
internal static class WholeNumbers
{
    private static readonly long[] Powers = Table();

    /// <summary>How many units of that many digits after the point an amount is, without its sign; false where it is not a whole number.</summary>
    public static bool TryUnits(decimal amount, int digits, out long units)
    {
        var parts = new DecimalParts(amount);
        if (!DecimalParts.AreReliable || !parts.TryUnits(out units))
        {
            units = 0;
            return false;
        }
        if (parts.Scale <= digits)
            return TryScale(units, digits - parts.Scale, out units);
        if (!TryPower(parts.Scale - digits, out var power))
            return false;
        var whole = units / power;
        var isWhole = whole * power == units;
        units = whole;
        return isWhole;
    }

    /// <summary>Ten to that power.</summary>
    public static bool TryPower(int power, out long value)
    {
        value = power < Powers.Length ? Powers[power] : 0;
        return value != 0;
    }

    /// <summary>A number times ten to that power.</summary>
    public static bool TryScale(long number, int power, out long scaled)
    {
        scaled = 0;
        if (!TryPower(power, out var factor) || number > long.MaxValue / factor)
            return false;
        scaled = number * factor;
        return true;
    }

    /// <summary>The amount of so many units, with exactly that many digits after the point. There is one zero, and it has no sign.</summary>
    public static decimal Show(long units, int digits, bool isNegative) =>
        new((int)units, (int)(units >> 32), 0, isNegative && units != 0, (byte)digits);

    private static long[] Table()
    {
        var powers = new long[19];
        powers[0] = 1;
        for (var i = 1; i < powers.Length; i++)
            powers[i] = powers[i - 1] * 10;
        return powers;
    }
}
