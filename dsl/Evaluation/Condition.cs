using System.Collections.Generic;

namespace CrmAddon.Rules.Evaluation;

/// <summary>A condition of a rule, bound to the slots that it reads. <c>back</c> is how many months before the judged one.</summary>
internal abstract class Condition
{
    public abstract Truth Evaluate(Facts facts, int back);

    /// <summary>Adds the tests that decided it, with their values: all that held, or those up to the first that failed.</summary>
    public abstract void Explain(Facts facts, int back, List<Finding> into);

    /// <summary>The conditions directly inside.</summary>
    public virtual IEnumerable<Condition> Inner => [];

    public bool Holds(Facts facts) => Evaluate(facts, 0) == Truth.Yes;
}

/// <summary>All of them; the first that is not decides.</summary>
internal sealed class AllOf(Condition[] parts) : Condition
{
    public override IEnumerable<Condition> Inner => parts;

    public override Truth Evaluate(Facts facts, int back)
    {
        var result = Truth.Yes;
        foreach (var part in parts)
        {
            var truth = part.Evaluate(facts, back);
            if (truth == Truth.No)
                return Truth.No;
            if (truth == Truth.Unknown)
                result = Truth.Unknown;
        }
        return result;
    }

    public override void Explain(Facts facts, int back, List<Finding> into)
    {
        var wanted = Evaluate(facts, back);
        foreach (var part in parts)
        {
            var truth = part.Evaluate(facts, back);
            // The first one that failed says why not; what stood before it does not.
            if (wanted == Truth.Yes || truth == wanted)
                part.Explain(facts, back, into);
            if (wanted != Truth.Yes && truth == wanted)
                return;
        }
    }
}

/// <summary>Any of them; the first that holds decides.</summary>
internal sealed class AnyOf(Condition[] parts) : Condition
{
    public override IEnumerable<Condition> Inner => parts;

    public override Truth Evaluate(Facts facts, int back)
    {
        var result = Truth.No;
        foreach (var part in parts)
        {
            var truth = part.Evaluate(facts, back);
            if (truth == Truth.Yes)
                return Truth.Yes;
            if (truth == Truth.Unknown)
                result = Truth.Unknown;
        }
        return result;
    }

    public override void Explain(Facts facts, int back, List<Finding> into)
    {
        var wanted = Evaluate(facts, back);
        foreach (var part in parts)
        {
            var truth = part.Evaluate(facts, back);
            if (wanted == Truth.No || truth == wanted)
                part.Explain(facts, back, into);
            if (wanted != Truth.No && truth == wanted)
                return;
        }
    }
}

internal sealed class Negated(Condition inner) : Condition
{
    public override IEnumerable<Condition> Inner => [inner];

    public override Truth Evaluate(Facts facts, int back) => inner.Evaluate(facts, back) switch
    {
        Truth.Yes => Truth.No,
        Truth.No => Truth.Yes,
        _ => Truth.Unknown,
    };

    public override void Explain(Facts facts, int back, List<Finding> into) => inner.Explain(facts, back, into);
}

/// <summary>What the condition is when a figure in it is unknown.</summary>
internal sealed class IfUnknown(Condition inner, bool yes) : Condition
{
    public override IEnumerable<Condition> Inner => [inner];

    public override Truth Evaluate(Facts facts, int back)
    {
        var truth = inner.Evaluate(facts, back);
        return truth != Truth.Unknown ? truth : yes ? Truth.Yes : Truth.No;
    }

    public override void Explain(Facts facts, int back, List<Finding> into)
    {
        var unknown = inner.Evaluate(facts, back) == Truth.Unknown;
        inner.Explain(facts, back, into);
        if (unknown)
            into.Add(Findings.IfUnknown(yes));
    }
}

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

    public override void Explain(Facts facts, int back, List<Finding> into)
    {
        var wanted = Evaluate(facts, back);
        for (var i = 0; i < Months; i++)
        {
            if (wanted != Truth.Yes && inner.Evaluate(facts, back + i) != wanted)
                continue;
            var tests = new List<Finding>();
            inner.Explain(facts, back + i, tests);
            into.Add(Findings.InMonth(facts.Usage!.Month, back + i, tests));
            if (wanted != Truth.Yes)
                return;
        }
    }
}
