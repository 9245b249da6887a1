using System;
using System.Collections.Generic;
using System.Linq;

namespace CrmAddon.Rules.Evaluation;

/// <summary>
/// How many of the customers that were active some months before are still active: unknown where nobody was, or where one of the
/// two months is not known.
/// </summary>
internal sealed class Retention(IReadOnlyDictionary<Month, IReadOnlyCollection<string>> active)
{
    public bool TryRead(Month month, int months, out decimal rate)
    {
        rate = 0;
        if (month.MonthsSince(default) < months || !active.TryGetValue(month.AddMonths(-months), out var before)
            || !active.TryGetValue(month, out var now))
            return false;
        var known = new HashSet<string>(before, StringComparer.Ordinal);
        if (known.Count == 0)
            return false;
        var stayed = new HashSet<string>(now.Where(known.Contains), StringComparer.Ordinal);
        rate = (decimal)stayed.Count / known.Count;
        return true;
    }
}
