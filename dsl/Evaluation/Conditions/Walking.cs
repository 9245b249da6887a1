using System.Collections.Generic;
using System.Linq;

namespace CrmAddon.Rules.Evaluation;

/// <summary>Walks a condition and everything inside it.</summary>
internal static class Walking
{
    public static IEnumerable<Condition> Walk(this Condition? condition) =>
        condition is null ? [] : [condition, .. condition.Inner.SelectMany(Walk)];

    public static IEnumerable<Quantity> Walk(this Quantity quantity) => [quantity, .. quantity.Inner.SelectMany(Walk)];
}
