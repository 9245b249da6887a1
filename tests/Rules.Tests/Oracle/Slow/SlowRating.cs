using System.Linq;

namespace CrmAddon.Rules.Tests.Oracle;

/// <summary>What a measure earns, before the share: steps, accelerators, cap and floor of one result.</summary>
internal static class SlowRating
{
    public static Fraction Of(CommissionRule rule, Fraction measure, Situation situation)
    {
        var earned = Rated(rule, measure);
        foreach (var accelerator in rule.Accelerators.Where(one => situation.Fits(one.When)))
            earned *= accelerator.Factor;
        return Limited(earned, rule.Result);
    }

    public static Fraction Limited(Fraction earned, Limit limit)
    {
        if (limit.Most is { } most && earned > most)
            return most;
        return limit.Least is { } least && earned < least ? least : earned;
    }

    /// <summary>The first month of the window that holds the month.</summary>
    public static Month Window(CommissionRule rule, int fiscalMonth, Month month) => Window(rule.Every, fiscalMonth, month);

    public static Month Window(Every every, int fiscalMonth, Month month)
    {
        var into = (month.Number - fiscalMonth + 12) % 12;
        return every switch
        {
            Every.Quarter => month.AddMonths(-(into % 3)),
            Every.Year => month.AddMonths(-into),
            _ => month,
        };
    }

    private static Fraction Rated(CommissionRule rule, Fraction measure)
    {
        switch (rule.Kind)
        {
            case Kind.Rate:
                return measure * rule.Rate / 100;
            case Kind.Amount:
                return measure.Sign > 0 ? rule.Rate : 0;
            case Kind.Volume:
                var reached = rule.Steps.LastOrDefault(step => measure > step.Above);
                return reached is null ? 0 : (measure * reached.Percent / 100) + reached.Plus;
            default:
                return Fraction.Sum(rule.Steps.Select((step, i) => measure > step.Above
                    ? ((Top(rule, i, measure) - step.Above) * step.Percent / 100) + step.Plus
                    : 0));
        }
    }

    private static Fraction Top(CommissionRule rule, int step, Fraction measure) =>
        step + 1 < rule.Steps.Count && measure > rule.Steps[step + 1].Above ? rule.Steps[step + 1].Above : measure;
}
