namespace CrmAddon.Rules.Money;

/// <summary>Division into whole numbers with an exact remainder.</summary>
internal static class WholeDivision
{
    /// <summary>Divides a number that is not negative by a positive one; false where decimals have no room for it.</summary>
    public static bool TryDivide(decimal dividend, decimal divisor, out decimal quotient, out decimal remainder)
    {
        quotient = 0;
        remainder = dividend;
        if (dividend < divisor)
            return true;
        if (dividend > MinorUnits.Largest)
            return false;
        // The quotient of decimals is rounded at its last digit, so that it can come out one too large, never more.
        quotient = decimal.Truncate(dividend / divisor);
        if (!TryRest(dividend, divisor, quotient, out remainder))
            return false;
        if (remainder >= 0)
            return remainder < divisor;
        quotient--;
        return TryRest(dividend, divisor, quotient, out remainder) && remainder >= 0 && remainder < divisor;
    }

    private static bool TryRest(decimal dividend, decimal divisor, decimal quotient, out decimal rest)
    {
        rest = 0;
        return ExactDecimal.TryMultiply(quotient, divisor, out var taken) && ExactDecimal.TryAdd(dividend, -taken, out rest);
    }
}
