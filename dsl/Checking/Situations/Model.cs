using System;
using System.Collections.Generic;
using System.Linq;
using System.Numerics;
using CrmAddon.Rules.Money;

namespace CrmAddon.Rules.Checking.Situations;

/// <summary>Values for everything that a state claims, as plain as they come: round amounts, bounds, the program's own dates.</summary>
internal sealed class Model
{
    private static readonly Rational Plain = 10_000;

    private static readonly Rational[] Magnitudes = [1, 2, 10, 50, 100, 1_000, 5_000, 100_000, 1_000_000];

    // What stands in an example has at most ten digits after the point.
    private const int Digits = 10;

    private readonly World world;
    private readonly State state;
    private readonly Rational today;
    private readonly Dictionary<Variable, string> names = [];
    private readonly Dictionary<Variable, Rational> quantities = [];

    private readonly int attempt;

    private Model(World world, State state, Rational today, int attempt)
    {
        this.world = world;
        this.state = state.Copy();
        this.today = today;
        this.attempt = attempt;
    }

    /// <summary>The values; null where what ties the quantities together allows none that can be written down.</summary>
    /// <param name="world">What can be claimed.</param>
    /// <param name="state">What is claimed, with nothing left to choose.</param>
    /// <param name="today">The day that is taken where any will do.</param>
    /// <param name="attempt">0 for the plainest values; others make for others.</param>
    public static Model? Of(World world, State state, DateTime today, int attempt = 0)
    {
        var model = new Model(world, state, (decimal)(today.Ticks / TimeSpan.TicksPerDay), attempt);
        return model.Tie() && model.Choose() ? model : null;
    }

    public string? Name(Variable variable) => names.TryGetValue(variable, out var name) ? name : null;

    /// <summary>The value, for what is counted times the unit; null where nothing is claimed or it is missing.</summary>
    public decimal? Quantity(Variable variable) =>
        quantities.TryGetValue(variable, out var value) ? (value * variable.Unit).Round(Digits, true) : null;

    public Domain Domain(Variable variable) => state[variable];

    // Quantities that are tied together are fixed one after the other, each where the others still have room.
    private bool Tie()
    {
        if (!LinearSystem.IsTied(world, state))
            return true;
        var tied = LinearSystem.Of(world, state).Variables.OrderBy(variable => variable.Index).ToArray();
        foreach (var variable in tied)
        {
            if (LinearSystem.Of(world, state).Solve() is not { } values)
                return false;
            var before = state[variable];
            if (!Candidates(variable).Concat(Near(variable, values[variable])).Any(value => Fixes(variable, before, value)))
                return false;
        }
        return true;
    }

    private bool Fixes(Variable variable, Domain before, Rational value)
    {
        if (before.Holds(value) && IsPlain(variable, value) && state.Set(variable, before) && state.Fix(variable, value)
            && LinearSystem.Of(world, state).Solve() is not null)
            return true;
        state.Set(variable, before);
        return false;
    }

    private bool Choose()
    {
        foreach (var variable in world.Variables.OrderBy(variable => variable == world.FirstMonth)
            .Where(variable => state.Touches(variable) && variable.Sum is null && state[variable].Known != false))
        {
            if (variable.IsName)
                names[variable] = state[variable].Names is { } left ? left.Chosen(variable.Names).First() : variable.Names[0];
            else if (Candidates(variable).Where(value => state[variable].Holds(value) && IsPlain(variable, value)).Take(1).ToArray() is [var value])
                quantities[variable] = value;
            else
                return false;
        }
        return true;
    }

    // Another attempt begins elsewhere in the list, and at another place for each variable.
    private IEnumerable<Rational> Candidates(Variable variable)
    {
        if (attempt == 0)
            return Plainest(variable);
        Rational[] all = [.. Plainest(variable), .. Magnitudes.Select(one => one / variable.Unit)];
        var first = (attempt * (1 + (2 * (variable.Index % 3)))) % all.Length;
        return all.Skip(first).Concat(all.Take(first));
    }

    private IEnumerable<Rational> Plainest(Variable variable)
    {
        var domain = state[variable];
        var isDate = variable.Field?.Type == FieldType.Date || variable.Path == "date";
        var isPercent = variable.Field?.Type == FieldType.Percent;
        if (variable.Path == "first month")
        {
            // What is used is used in months that are there.
            var months = quantities.Keys.Select(one => one.UsageMonths).DefaultIfEmpty(1).Max() - 1;
            yield return months;
            yield return domain.High is { } most && most < months ? most : domain.Low!.Value;
        }
        yield return isDate ? Today() : isPercent ? Rational.Of(1, 10) : Plain / variable.Unit;
        // Between two of a count there is nothing; beside a percentage a hundredth is plain.
        var step = isPercent ? Rational.Of(1, 100) : Rational.One;
        var start = world.Start(variable, state.IsNatural);
        Rational? low = domain.Low is { } bottom && bottom != start.Low ? bottom : null;
        Rational? high = domain.High is { } top && top != start.High ? top : null;
        if (high is { } greatest)
            yield return greatest;
        if (low is { } least)
            yield return least;
        if (low is { } one && high is { } other)
        {
            yield return ((one + other) / 2).Reduced();
            yield return Whole((one + other) / 2);
        }
        if (high is { } last)
            yield return last - step;
        if (low is { } first)
            yield return first + step;
        yield return Rational.Zero;
    }

    private Rational Today() => quantities.Where(one => one.Key.Path == "date").Select(one => (Rational?)one.Value).FirstOrDefault() ?? today;

    private static IEnumerable<Rational> Near(Variable variable, Rational value)
    {
        yield return value;
        yield return Whole(value);
        yield return Rational.Of(LinearSum.Ceiling(value), 1);
        if (!variable.IsCounted && IsWritable(value))
            yield return value.Round(Digits, true);
    }

    private static Rational Whole(Rational value) => Rational.Of(LinearSum.Floor(value), 1);

    private static bool IsPlain(Variable variable, Rational value) =>
        IsWritable(value * variable.Unit) && (variable.IsCounted ? value == Whole(value) : value == value.Round(Digits, true));

    private static bool IsWritable(Rational value) =>
        BigInteger.Abs(value.Numerator) < value.Denominator * BigInteger.Pow(10, 15);
}
