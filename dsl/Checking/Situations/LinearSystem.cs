using System.Collections.Generic;
using System.Linq;
using CrmAddon.Rules.Money;

namespace CrmAddon.Rules.Checking.Situations;

/// <summary>The inequalities that are left of a state: each variable's bounds, and the sums that tie several together.</summary>
internal sealed class LinearSystem
{
    private readonly State state;
    private readonly IReadOnlyList<BelowZero> sums;
    private readonly Dictionary<Variable, int> columns = [];

    private LinearSystem(World world, State state)
    {
        this.state = state;
        var usage = world.Usage.Where(variable => state.Touches(variable) || state.Ties.Any(tie => Has(tie, variable))).ToArray();
        // Usage up to an earlier month is part of the usage up to a later one.
        var rising = state.IsNatural
            ? usage.Skip(1).Select((variable, i) => new BelowZero(LinearSum.Of(usage[i]).Minus(LinearSum.Of(variable)), false))
            : [];
        sums = [.. state.Ties, .. Laws(state), .. rising];
        foreach (var variable in sums.SelectMany(sum => sum.Sum.Terms).Select(term => term.Variable).Distinct())
            columns.Add(variable, columns.Count);
    }

    public IEnumerable<Variable> Variables => columns.Keys;

    public static LinearSystem Of(World world, State state) => new(world, state);

    /// <summary>Whether some values keep all bounds and sums; whole counts are not insisted on.</summary>
    public static bool IsPossible(World world, State state) =>
        (state.Ties.Count == 0 && !world.Usage.Skip(1).Any(state.Touches)) || new LinearSystem(world, state).Solve() is not null;

    /// <summary>Values of the variables that keep everything; null where there are none.</summary>
    public IReadOnlyDictionary<Variable, Rational>? Solve()
    {
        var simplex = new Simplex(columns.Count, [.. sums.Select(Row)]);
        foreach (var column in columns)
            simplex.Bound(column.Value, Low(state[column.Key]), High(state[column.Key]));
        for (var i = 0; i < sums.Count; i++)
            simplex.Bound(columns.Count + i, null, new Infinitesimal(-sums[i].Sum.Constant, sums[i].Strictly ? -1 : 0));
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

    private static bool Has(BelowZero sum, Variable variable) => sum.Sum.Terms.Any(term => term.Variable == variable);

    private static IEnumerable<BelowZero> Laws(State state) =>
        state.Ties.SelectMany(tie => tie.Sum.Terms).SelectMany(term => term.Variable.Laws).Distinct();

    private Rational[] Row(BelowZero sum)
    {
        var row = new Rational[columns.Count];
        foreach (var (variable, factor) in sum.Sum.Terms)
            row[columns[variable]] = factor;
        return row;
    }
}
