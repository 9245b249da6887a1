using System.Collections.Generic;

namespace CrmAddon.Rules.Evaluation;

/// <summary>What the condition is when a figure in it is unknown.</summary>
internal sealed class IfUnknown(Condition inner, bool yes) : Condition
{
    /// <summary>What it is then.</summary>
    public bool Yes => yes;

    public override IEnumerable<Condition> Inner => [inner];

    public override Truth Evaluate(Facts facts, int back)
    {
        var truth = inner.Evaluate(facts, back);
        return truth != Truth.Unknown ? truth : yes ? Truth.Yes : Truth.No;
    }

    public override void Explain(Facts facts, int back, Trace into)
    {
        var unknown = inner.Evaluate(facts, back) == Truth.Unknown;
        inner.Explain(facts, back, into);
        if (unknown)
            into.IfUnknown(yes);
    }
}
