using System.Collections.Generic;
using CrmAddon.Rules.Money;

namespace CrmAddon.Rules.Evaluation;

/// <summary>How a measure earns.</summary>
internal abstract class Rating
{
    /// <summary>The bounds at which the rate changes, in order; none where it does not.</summary>
    public virtual IReadOnlyList<Step> Steps => [];

    /// <summary>What the measure earns, exactly; each step is added to the trace where there is one.</summary>
    public abstract Rational Rate(in Rational measure, Trace? trace);
}
