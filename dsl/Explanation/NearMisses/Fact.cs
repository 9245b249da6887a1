using System.Collections.Generic;

namespace CrmAddon.Rules;

/// <summary>One thing about a case that could have been otherwise.</summary>
internal abstract class Fact
{
    /// <summary>Whether other facts make it up: it is told beside the nearest of these.</summary>
    public bool IsDerived { get; init; }

    /// <summary>The nearest change of this fact alone that reaches the goal; null when none is found.</summary>
    public abstract Alternative? Nearest(Goal goal, Budget budget);
}

/// <summary>A fact with a handful of other values, tried in their order.</summary>
internal sealed class OptionsFact(IEnumerable<Alternative> options) : Fact
{
    public override Alternative? Nearest(Goal goal, Budget budget)
    {
        foreach (var option in options)
        {
            if (!budget.Spend())
                return null;
            if (goal.IsMet(option.Case))
                return option;
        }
        return null;
    }
}
