using System.Collections.Generic;
using CrmAddon.Rules.Money;

namespace CrmAddon.Rules.Checking.Situations;

/// <summary>
/// Whether linear inequalities can hold together, exactly. Rows are sums of columns; both have bounds. The general simplex with
/// Bland's rule, which always ends: B. Dutertre and L. de Moura, "A fast linear-arithmetic solver for DPLL(T)", 2006.
/// </summary>
internal sealed class Simplex
{
    private readonly int columns;
    private readonly Rational[][] table;
    private readonly int[] basic;
    private readonly int[] others;
    private readonly Infinitesimal?[] low;
    private readonly Infinitesimal?[] high;
    private readonly Infinitesimal[] values;

    /// <param name="columns">How many columns.</param>
    /// <param name="rows">The factors of each row.</param>
    public Simplex(int columns, IReadOnlyList<Rational[]> rows)
    {
        this.columns = columns;
        table = new Rational[rows.Count][];
        basic = new int[rows.Count];
        others = new int[columns];
        for (var j = 0; j < columns; j++)
            others[j] = j;
        for (var i = 0; i < rows.Count; i++)
        {
            table[i] = (Rational[])rows[i].Clone();
            basic[i] = columns + i;
        }
        low = new Infinitesimal?[columns + rows.Count];
        high = new Infinitesimal?[columns + rows.Count];
        values = new Infinitesimal[columns + rows.Count];
    }

    /// <summary>Bounds what a column, or after the columns a row, may be.</summary>
    public void Bound(int index, Infinitesimal? least, Infinitesimal? most)
    {
        low[index] = least;
        high[index] = most;
    }

    /// <summary>Values of the columns that keep all bounds; null where there are none.</summary>
    public IReadOnlyList<Infinitesimal>? Solve()
    {
        for (var j = 0; j < columns; j++)
        {
            if (low[j] is { } least && high[j] is { } most && least.CompareTo(most) > 0)
                return null;
            values[j] = low[j] ?? high[j] ?? default;
        }
        for (var i = 0; i < basic.Length; i++)
        {
            var sum = default(Infinitesimal);
            for (var j = 0; j < columns; j++)
                sum += values[j] * table[i][j];
            values[basic[i]] = sum;
        }
        while (true)
        {
            var row = Broken(out var below);
            if (row < 0)
                return [.. System.Linq.Enumerable.Take(values, columns)];
            var column = Remedy(row, below);
            if (column < 0)
                return null;
            Pivot(row, column, below ? low[basic[row]]!.Value : high[basic[row]]!.Value);
        }
    }

    /// <summary>How large the infinitesimal may be so that every bound is still kept.</summary>
    public Rational Smallest()
    {
        var smallest = Rational.One;
        for (var i = 0; i < values.Length; i++)
        {
            if (low[i] is { } least)
                smallest = Narrowed(smallest, values[i] - least);
            if (high[i] is { } most)
                smallest = Narrowed(smallest, most - values[i]);
        }
        return smallest;
    }

    private static Rational Narrowed(Rational smallest, Infinitesimal room) =>
        room.Main.Sign > 0 && room.Small.Sign < 0 ? Rational.Min(smallest, room.Main / -room.Small / 2) : smallest;

    private int Broken(out bool below)
    {
        var found = -1;
        below = false;
        for (var i = 0; i < basic.Length; i++)
        {
            var index = basic[i];
            var isBelow = low[index] is { } least && values[index].CompareTo(least) < 0;
            if ((isBelow || (high[index] is { } most && values[index].CompareTo(most) > 0)) && (found < 0 || index < basic[found]))
                (found, below) = (i, isBelow);
        }
        return found;
    }

    private int Remedy(int row, bool raise)
    {
        var found = -1;
        for (var j = 0; j < columns; j++)
        {
            var sign = table[row][j].Sign;
            if (sign == 0 || (found >= 0 && others[j] > others[found]))
                continue;
            var index = others[j];
            var room = sign > 0 == raise
                ? high[index] is not { } most || values[index].CompareTo(most) < 0
                : low[index] is not { } least || values[index].CompareTo(least) > 0;
            if (room)
                found = j;
        }
        return found;
    }

    private void Pivot(int row, int column, Infinitesimal target)
    {
        var factor = table[row][column];
        var step = (target - values[basic[row]]) * (Rational.One / factor);
        values[basic[row]] = target;
        values[others[column]] += step;
        for (var i = 0; i < basic.Length; i++)
        {
            if (i != row)
                values[basic[i]] += step * table[i][column];
        }
        // The row is solved for the column, and put into the others.
        var solved = new Rational[columns];
        for (var j = 0; j < columns; j++)
            solved[j] = j == column ? Rational.One / factor : -(table[row][j] / factor);
        for (var i = 0; i < basic.Length; i++)
        {
            var times = table[i][column];
            if (i == row || times.Sign == 0)
                continue;
            for (var j = 0; j < columns; j++)
                table[i][j] = j == column ? (times * solved[j]).Reduced() : (table[i][j] + (times * solved[j])).Reduced();
        }
        table[row] = solved;
        (basic[row], others[column]) = (others[column], basic[row]);
    }
}
