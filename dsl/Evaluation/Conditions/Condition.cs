using System.Collections.Generic;

namespace CrmAddon.Rules.Evaluation;

/// <summary>A condition of a rule, bound to the slots that it reads. <c>back</c> is how many months before the judged one.</summary>
internal abstract class Condition
{
    public abstract Truth Evaluate(Facts facts, int back);

    /// <summary>Adds the tests that decided it, with their values: all that held, or those up to the first that failed.</summary>
    public abstract void Explain(Facts facts, int back, Trace into);

    /// <summary>The conditions directly inside.</summary>
    public virtual IEnumerable<Condition> Inner => [];

    public bool Holds(Facts facts) => Evaluate(facts, 0) == Truth.Yes;
}
