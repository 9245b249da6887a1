using System.Collections.Generic;

namespace CrmAddon.Rules.Evaluation;

internal sealed class Negated(Condition inner) : Condition
{
    public override IEnumerable<Condition> Inner => [inner];

    public override Truth Evaluate(Facts facts, int back) => inner.Evaluate(facts, back) switch
    {
        Truth.Yes => Truth.No,
        Truth.No => Truth.Yes,
        _ => Truth.Unknown,
    };

    public override void Explain(Facts facts, int back, Trace into) => inner.Explain(facts, back, into);
}
