using System.Collections.Generic;
using System.Linq;

namespace CrmAddon.Rules.Tests.Oracle;

/// <summary>Figures over months of usage, as the language explains them; null where they are unknown.</summary>
internal sealed class Figures(IReadOnlyDictionary<Month, Fraction> usage, IReadOnlyDictionary<Month, IReadOnlyCollection<string>>? active = null)
{
    private readonly Month? first = usage.Count == 0 ? null : usage.Keys.Min();

    public Fraction? Of(Figure figure, Month month) => figure.What switch
    {
        FigureKind.Usage => In(month),
        // One month alone is never unknown: what has no row is zero.
        FigureKind.UsageOver or FigureKind.AverageOver when figure.Months == 1 => In(month),
        FigureKind.UsageOver => Over(figure.Months, month),
        FigureKind.AverageOver => Over(figure.Months, month) is { } sum ? sum / figure.Months : null,
        FigureKind.GrowthOver => Growth(figure.Months, month),
        _ => Retention(figure.Months, month),
    };

    private Fraction In(Month month) => usage.TryGetValue(month, out var used) ? used : 0;

    private Fraction? Over(int months, Month last) => first is { } known && known <= last.AddMonths(1 - months)
        ? Fraction.Sum(Enumerable.Range(0, months).Select(back => In(last.AddMonths(-back))))
        : null;

    private Fraction? Growth(int months, Month last) => Over(months, last.AddMonths(-months)) is { Sign: > 0 } before
        ? (Over(months, last)!.Value - before) / before
        : null;

    private Fraction? Retention(int months, Month last)
    {
        if (active is null || !active.TryGetValue(last.AddMonths(-months), out var then) || then.Count == 0)
            return null;
        var now = active.TryGetValue(last, out var still) ? still : [];
        return new Fraction(then.Distinct().Count(now.Contains), then.Distinct().Count());
    }
}
