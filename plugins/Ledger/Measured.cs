namespace CrmAddon.Plugins.Ledger;

/// <summary>What a month of a quarter's or year's window was measured at. It adds up over entries as their amounts do.</summary>
/// <param name="Measure">In the program's currency, with ten decimals.</param>
/// <param name="Credited">The partner's part of it, with ten decimals.</param>
internal readonly record struct Measured(decimal Measure, decimal Credited)
{
    public static Measured Nothing => default;

    public static Measured operator +(Measured left, Measured right) => new(left.Measure + right.Measure, left.Credited + right.Credited);

    public static Measured operator -(Measured left, Measured right) => new(left.Measure - right.Measure, left.Credited - right.Credited);
}
