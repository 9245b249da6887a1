using System.Collections.Generic;
using System.Linq;

namespace CrmAddon.Rules.Checking.Situations;

/// <summary>Names that must be the same or differ: settled by trying the names, of which there are few.</summary>
internal static class NamePairs
{
    /// <summary>The names of one variable of a pair that is not settled yet; null where all are, nothing where one can't be.</summary>
    public static IEnumerable<Formula>? Choice(State state)
    {
        foreach (var pair in state.Pairs)
        {
            var left = Left(state, pair.Left);
            var right = Left(state, pair.Right);
            if (left.Count == 1 && right.Count == 1)
            {
                if (left[0] == right[0] != pair.Same)
                    return [];
                continue;
            }
            var variable = left.Count > 1 ? pair.Left : pair.Right;
            return (left.Count > 1 ? left : right).Select(name => new NameClaim(variable, [name], true));
        }
        return null;
    }

    private static List<string> Left(State state, Variable variable) =>
        state[variable].Names is { } names ? [.. names.Chosen(variable.Names)] : [.. variable.Names];
}
