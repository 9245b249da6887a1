using System.Collections.Generic;
using System.Linq;
using CrmAddon.Rules.Money;

namespace CrmAddon.Rules.Checking.Situations;

/// <summary>The inequalities that are left of a state: each variable's bounds, and the sums that tie several together.</summary>
internal sealed class LinearSystem
{
    private readonly State state;
    private readonly IReadOnlyList<Variable> sums;
    private readonly IReadOnlyList<BelowZero> laws;
    private readonly Dictionary<Variable, int> columns = [];

    private LinearSystem(World world, State state)
    {
        this.state = state;
        sums = [.. world.Sums.Where(state.Touches)];
        var usage = world.Usage.Where(variable => state.Touches(variable) || sums.Any(sum => Has(sum, variable))).ToArray();
        // Usage up to an earlier month is part of the usage up to a later one.
        var rising = state.IsNatural
            ? usage.Skip(1).Select((variable, i) => new BelowZero(LinearSum.Of(usage[i]).Minus(LinearSum.Of(variable)), false))
            : [];
        laws = [.. sums.SelectMany(sum => sum.Sum!.Terms).SelectMany(term => term.Variable.Laws).Distinct(), .. rising];
        foreach (var variable in sums.Select(sum => sum.Sum!).Concat(laws.Select(law => law.Sum))
            .SelectMany(sum => sum.Terms).Select(term => term.Variable).Distinct())
            columns.Add(variable, columns.Count);
    }

    public IEnumerable<Variable> Variables => columns.Keys;

    public static LinearSystem Of(World world, State state) => new(world, state);

    /// <summary>Whether some values keep all bounds and sums; whole counts are not insisted on.</summary>
    public static bool IsPossible(World world, State state) =>
        (!IsTied(world, state) && !world.Usage.Skip(1).Any(state.Touches)) || new LinearSystem(world, state).Solve() is not null;

    /// <summary>Whether anything is claimed of a sum of several.</summary>
    public static bool IsTied(World world, State state) => world.Sums.Any(state.Touches);

    /// <summary>Values of the variables that keep everything; null where there are none.</summary>
    public IReadOnlyDictionary<Variable, Rational>? Solve()
    {
        var simplex = new Simplex(columns.Count, [.. sums.Select(sum => Row(sum.Sum!)), .. laws.Select(law => Row(law.Sum))]);
        foreach (var column in columns)
            simplex.Bound(column.Value, Low(state[column.Key]), High(state[column.Key]));
        for (var i = 0; i < sums.Count; i++)
            simplex.Bound(columns.Count + i, Low(state[sums[i]]), High(state[sums[i]]));
        for (var i = 0; i < laws.Count; i++)
            simplex.Bound(columns.Count + sums.Count + i, null, new Infinitesimal(-laws[i].Sum.Constant, laws[i].Strictly ? -1 : 0));
        if (simplex.Solve() is not { } values)
            return null;
        var smallest = simplex.Smallest();
        return columns.ToDictionary(
            column => column.Key, column => (values[column.Value].Main + (values[column.Value].Small * smallest)).Reduced());
    }

    private static Infinitesimal? Low(Domain domain) =>
        domain.Low is { } low ? new Infinitesimal(low, domain.LowIsOpen ? 1 : 0) : null;

    private static Infinitesimal? High(Domain domain) =>
        domain.High is { } high ? new Infinitesimal(high, domain.HighIsOpen ? -1 : 0) : null;

    private static bool Has(Variable sum, Variable variable) => sum.Sum!.Terms.Any(term => term.Variable == variable);

    private Rational[] Row(LinearSum sum)
    {
        var row = new Rational[columns.Count];
        foreach (var (variable, factor) in sum.Terms)
            row[columns[variable]] = factor;
        return row;
    }
}
