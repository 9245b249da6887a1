using System;
using System.Collections.Generic;

namespace CrmAddon.Rules.Checking.Situations;

/// <summary>Something that conditions tell apart, with one value for each of the regions that they distinguish.</summary>
internal sealed class Axis(IReadOnlyList<(string Words, Action<Situation> Apply)> values)
{
    public int Count => values.Count;

    public void Apply(Situation situation, int index)
    {
        values[index].Apply(situation);
        if (values[index].Words.Length > 0)
            situation.Words.Add(values[index].Words);
    }
}
