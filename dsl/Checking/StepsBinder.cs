using System.Linq;
using CrmAddon.Rules.Diagnostics;
using CrmAddon.Rules.Evaluation;
using CrmAddon.Rules.Money;
using CrmAddon.Rules.Syntax;

namespace CrmAddon.Rules.Checking;

/// <summary>Binds graduated and volume tables: their order, what a boundary pays, and steps that a cap puts out of reach.</summary>
internal sealed class StepsBinder(CheckContext context, ClauseSet clauses, Span span)
{
    public Rating? Bind(StepsClause clause)
    {
        var good = true;
        for (var i = 0; i < clause.Steps.Count; i++)
        {
            var step = clause.Steps[i];
            good &= clauses.Amount(step.Above) is not null && (step.Plus is null || clauses.Amount(step.Plus) is not null);
            if (step.Rate > 1)
                context.Bag.Add(Problems.PercentOutOfRange(step.Range, "a rate is at most 100%"));
            if (i == 0 || step.Above.Value > clause.Steps[i - 1].Above.Value)
                continue;
            context.Bag.Add(Problems.StepsOutOfOrder(step.Range, clause.Steps[i - 1].Above.Value, step.Above.Value));
            good = false;
        }
        if (!good)
            return null;
        Step[] steps = [.. clause.Steps.Select(step => new Step(step.Above.Value, step.Rate, step.Plus?.Value ?? 0))];
        Rating rating = clause.Graduated ? new Graduated(steps) : new Volume(steps);
        if (clause.Graduated)
            CheckReach(clause, rating);
        else
            CheckBoundaries(clause, rating);
        return rating;
    }

    // Accelerators come before the cap, so one that slows down leaves room below it.
    private void CheckReach(StepsClause clause, Rating rating)
    {
        var cap = clauses.All<LimitClause>().FirstOrDefault(
            limit => limit.AtMost && limit.Scope == LimitBinder.OnResult(span));
        if (cap is null || clauses.All<AccelerateClause>().Any(accelerate => accelerate.Factor < 1))
            return;
        foreach (var step in clause.Steps.Where(step => rating.Rate(step.Above.Value, null) >= cap.Amount.Value && step.Above.Value > 0))
            context.Bag.Add(Problems.StepOutOfReach(step.Range, step.Above.Value, cap.Amount.Value));
    }

    private void CheckBoundaries(StepsClause clause, Rating rating)
    {
        var unit = 1m / (decimal)PowersOfTen.Of(context.Rounding.Digits);
        foreach (var step in clause.Steps.Skip(1))
        {
            var at = rating.Rate(step.Above.Value, null);
            var above = rating.Rate(step.Above.Value + unit, null);
            if (above < at)
            {
                context.Bag.Add(Problems.PaysLessForMore(
                    step.Range, step.Above.Value, context.Rounding.Round(at), step.Above.Value + unit, context.Rounding.Round(above)));
            }
        }
    }
}
