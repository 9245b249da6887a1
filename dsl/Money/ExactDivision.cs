using System;

namespace CrmAddon.Rules.Money;

/// <summary>Largest remainder in decimals, for few parts. False where a decimal has no room, or where there is nothing to divide by.</summary>
internal static class ExactDivision
{
    // Beyond it sorting is faster than looking for the largest again and again.
    private const int MostParts = 64;

    // The first half of the array takes the parts, the second half the remainders.
    public static bool TryDivide(decimal amount, int digits, Rational[] weights, int count, decimal[] into)
    {
        if (count > MostParts || !TryUnits(amount, digits, out var units) || !TryWeigh(weights, count, into, out var total))
            return false;
        var left = units;
        for (var i = 0; i < count; i++)
        {
            if (!TryPart(units, into[i], total, out var part, out var remainder))
                return false;
            into[i] = part;
            into[count + i] = remainder;
            left -= part;
        }
        for (; left > 0; left--)
            into[TakeLargest(into, count)]++;
        for (var i = 0; i < count; i++)
        {
            into[i] = (amount < 0 ? -into[i] : into[i]) * MinorUnits.Of(digits);
            if (!MinorUnits.TryShow(ref into[i], digits))
                return false;
        }
        return true;
    }

    public static bool TrySecond(decimal amount, int digits, decimal rate, out decimal part)
    {
        part = 0;
        if (rate is < 0 or > 1 || !TryUnits(amount, digits, out var units) || !TryPart(units, rate, 1, out var whole, out var remainder))
            return false;
        // The remainders of the two make one unit, or none.
        if (remainder > 0.5m)
            whole++;
        part = (amount < 0 ? -whole : whole) * MinorUnits.Of(digits);
        return MinorUnits.TryShow(ref part, digits);
    }

    private static bool TryUnits(decimal amount, int digits, out decimal units)
    {
        units = 0;
        return digits <= MinorUnits.MostDigits && ExactDecimal.TryMultiply(Math.Abs(amount), MinorUnits.In(digits), out units)
            && units <= MinorUnits.Largest && decimal.Truncate(units) == units;
    }

    // The weights over one bottom.
    private static bool TryWeigh(Rational[] weights, int count, decimal[] into, out decimal total)
    {
        total = 0;
        var common = 1L;
        for (var i = 0; i < count; i++)
        {
            if (!weights[i].TryCommonBottom(ref common))
                return false;
        }
        for (var i = 0; i < count; i++)
        {
            if (!weights[i].TryTopOver(common, out into[i]) || into[i] < 0 || !ExactDecimal.TryAdd(total, into[i], out total))
                return false;
        }
        return total > 0;
    }

    private static bool TryPart(decimal units, decimal weight, decimal total, out decimal part, out decimal remainder)
    {
        part = remainder = 0;
        if (!ExactDecimal.TryMultiply(units, weight, out var product))
            return false;
        if (total != 1)
            return WholeDivision.TryDivide(product, total, out part, out remainder);
        part = decimal.Truncate(product);
        remainder = product - part;
        return true;
    }

    // Of equal remainders the first.
    private static int TakeLargest(decimal[] into, int count)
    {
        var largest = count;
        for (var i = count + 1; i < count * 2; i++)
        {
            if (into[i] > into[largest])
                largest = i;
        }
        into[largest] = -1;
        return largest - count;
    }
}
