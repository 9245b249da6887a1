namespace CrmAddon.Rules.Evaluation;

internal sealed class FieldQuantity(FieldSlot slot) : Quantity
{
    public FieldSlot Slot { get; } = slot;

    public override bool TryRead(Facts facts, int back, out decimal value)
    {
        ref readonly var field = ref Slot.Read(facts);
        value = field.Quantity;
        return field.IsKnown;
    }
}
