namespace CrmAddon.Rules.Money;

/// <summary>Largest remainder in long integers, for few parts. False where these have no room, or where there is nothing to divide by.</summary>
internal static class ExactDivision
{
    // Beyond it sorting is faster than looking for the largest again and again.
    private const int MostParts = 64;

    // The first half of the array takes the parts, the second half the remainders.
    public static bool TryDivide(decimal amount, int digits, Rational[] weights, int count, decimal[] into)
    {
        if (count > MostParts || !WholeNumbers.TryUnits(amount, digits, out var units) || !TryWeigh(weights, count, into, out var total)
            || units > long.MaxValue / total)
            return false;
        var left = units;
        for (var i = 0; i < count; i++)
        {
            var product = units * (long)into[i];
            var part = product / total;
            into[i] = part;
            into[count + i] = product - (part * total);
            left -= part;
        }
        for (; left > 0; left--)
            into[TakeLargest(into, count)]++;
        for (var i = 0; i < count; i++)
            into[i] = WholeNumbers.Show((long)into[i], digits, amount < 0);
        return true;
    }

    public static bool TrySecond(decimal amount, int digits, decimal rate, out decimal second)
    {
        second = 0;
        var parts = new DecimalParts(rate);
        if (rate is < 0 or > 1 || !WholeNumbers.TryUnits(amount, digits, out var units) || !parts.TryUnits(out var weight)
            || !WholeNumbers.TryPower(parts.Scale, out var total) || units > long.MaxValue / total / 2)
            return false;
        var product = units * weight;
        var part = product / total;
        // The remainders of the two make one unit, or none.
        if (2 * (product - (part * total)) > total)
            part++;
        second = WholeNumbers.Show(part, digits, amount < 0);
        return true;
    }

    // The weights as whole numbers of one measure, and their sum.
    private static bool TryWeigh(Rational[] weights, int count, decimal[] into, out long total)
    {
        total = 0;
        var bottom = 1L;
        var scale = 0;
        for (var i = 0; i < count; i++)
        {
            if (!weights[i].TryCommonBottom(ref bottom, ref scale))
                return false;
        }
        for (var i = 0; i < count; i++)
        {
            if (!weights[i].TryTopOver(bottom, scale, out var weight) || weight > long.MaxValue - total)
                return false;
            into[i] = weight;
            total += weight;
        }
        return total > 0;
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
