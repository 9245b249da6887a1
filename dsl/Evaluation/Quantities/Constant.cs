namespace CrmAddon.Rules.Evaluation;

internal sealed class Constant(decimal value) : Quantity
{
    public decimal Value { get; } = value;

    public override bool TryRead(Facts facts, int back, out decimal value)
    {
        value = Value;
        return true;
    }
}
