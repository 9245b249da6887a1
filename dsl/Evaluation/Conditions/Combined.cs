using System.Collections.Generic;

namespace CrmAddon.Rules.Evaluation;

/// <summary>Several together. As soon as one comes to the deciding truth the whole does.</summary>
internal abstract class Combined(Condition[] parts, Truth deciding) : Condition
{
    private readonly Truth otherwise = deciding == Truth.Yes ? Truth.No : Truth.Yes;

    public override IEnumerable<Condition> Inner => parts;

    public override Truth Evaluate(Facts facts, int back)
    {
        var result = otherwise;
        foreach (var part in parts)
        {
            var truth = part.Evaluate(facts, back);
            if (truth == deciding)
                return deciding;
            if (truth == Truth.Unknown)
                result = Truth.Unknown;
        }
        return result;
    }

    // Where all had to agree all are told; where one decided, that one, since the others do not matter then.
    public override void Explain(Facts facts, int back, Trace into)
    {
        var wanted = Evaluate(facts, back);
        foreach (var part in parts)
        {
            if (wanted != otherwise && part.Evaluate(facts, back) != wanted)
                continue;
            part.Explain(facts, back, into);
            if (wanted != otherwise)
                return;
        }
    }
}

/// <summary>All of them; the first that does not hold decides.</summary>
internal sealed class AllOf(Condition[] parts) : Combined(parts, Truth.No);

/// <summary>Any of them; the first that holds decides.</summary>
internal sealed class AnyOf(Condition[] parts) : Combined(parts, Truth.Yes);
