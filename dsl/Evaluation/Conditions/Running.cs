using System.Collections.Generic;

namespace CrmAddon.Rules.Evaluation;

/// <summary>The condition holds in each of several months that end with the judged one.</summary>
internal sealed class Running(Condition inner, int months) : Condition
{
    public override IEnumerable<Condition> Inner => [inner];

    public int Months { get; } = months;

    public override Truth Evaluate(Facts facts, int back)
    {
        var result = Truth.Yes;
        for (var i = 0; i < Months; i++)
        {
            var truth = inner.Evaluate(facts, back + i);
            if (truth == Truth.No)
                return Truth.No;
            if (truth == Truth.Unknown)
                result = Truth.Unknown;
        }
        return result;
    }

    public override void Explain(Facts facts, int back, Trace into)
    {
        var wanted = Evaluate(facts, back);
        for (var i = 0; i < Months; i++)
        {
            if (wanted != Truth.Yes && inner.Evaluate(facts, back + i) != wanted)
                continue;
            var since = into.Here;
            inner.Explain(facts, back + i, into);
            into.InMonth(since, facts.Usage!.Month, back + i);
            if (wanted != Truth.Yes)
                return;
        }
    }
}
