namespace CrmAddon.Plugins.Ledger;

/// <summary>What a month of a quarter's or year's window was measured at. It adds up over entries as their amounts do.</summary>
/// <param name="Measure">In the program's currency, with ten decimals.</param>
/// <param name="Credited">The partner's part of it, with ten decimals.</param>
internal readonly record struct Carried(decimal Measure, decimal Credited)
{
    public static Carried Nothing => default;

    public static Carried operator +(Carried left, Carried right) => new(left.Measure + right.Measure, left.Credited + right.Credited);

    public static Carried operator -(Carried left, Carried right) => new(left.Measure - right.Measure, left.Credited - right.Credited);
}
