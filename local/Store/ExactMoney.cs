namespace CrmAddon.Local.Store;

/// <summary>
/// A money column's value as a whole number of 10^-4 in 64 bits: the platform's own range (922,337,203,685,477.5807) and
/// precision. Equality, ranges, order and sums are exact.
/// </summary>
internal static class ExactMoney
{
    public const int Digits = 4;

    public const decimal Unit = 10_000m;

    public const decimal Largest = long.MaxValue / Unit;

    public static long ToUnits(decimal value) => (long)decimal.Round(value * Unit);

    public static decimal ToDecimal(long units) => units / Unit;
}
