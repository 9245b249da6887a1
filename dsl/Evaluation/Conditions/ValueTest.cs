using System.Collections.Generic;

namespace CrmAddon.Rules.Evaluation;

/// <summary>A choice, text, partner or yes-or-no field is one of some values.</summary>
internal sealed class ValueTest(string text, FieldSlot field, bool not, string[] values) : Test(text)
{
    public FieldSlot Field { get; } = field;

    public IReadOnlyList<string> Expected => values;

    public bool Not => not;

    public override Truth Evaluate(Facts facts, int back)
    {
        ref readonly var value = ref Field.Read(facts);
        if (!value.IsKnown)
            return Truth.No;
        var name = value.AsName;
        foreach (var expected in values)
        {
            if (name == expected)
                return not ? Truth.No : Truth.Yes;
        }
        return not ? Truth.Yes : Truth.No;
    }

    protected override void Values(Facts facts, int back, Trace into) =>
        into.Add(Field.Path, Field.Read(facts));
}
