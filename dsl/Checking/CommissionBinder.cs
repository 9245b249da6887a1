using System.Collections.Generic;
using System.Linq;
using CrmAddon.Rules.Diagnostics;
using CrmAddon.Rules.Evaluation;
using CrmAddon.Rules.Syntax;

namespace CrmAddon.Rules.Checking;

/// <summary>Binds commission rules.</summary>
internal sealed class CommissionBinder(CheckContext context, ClausedRule rule)
{
    private readonly ClauseSet clauses = new(context, rule);

    /// <summary>The rule; null when something was wrong and has been reported.</summary>
    public CommissionRule? Bind()
    {
        var roles = clauses.Needed<RolesClause>("who earns it", "add 'for' and one or more roles, or 'for all roles'");
        var schedule = clauses.Needed<ScheduleClause>(
            "when it is paid and on what",
            "add a line such as 'every month on credited usage, per customer' or 'once when the deal is won, on credited amount'");
        var onDeals = schedule?.Frequency == Frequency.OnceWhenWon;
        if (schedule is not null)
            CheckSchedule(schedule, onDeals);
        var conditions = new ConditionBinder(context, onDeals ? Scope.CommissionOnDeals : Scope.CommissionOnUsage);
        var when = clauses.One<WhenClause>() is { } clause ? conditions.Bind(clause.Condition) : null;
        var until = clauses.One<WhileClause>();
        if (until is not null && onDeals)
            context.Bag.Add(Problems.WhileOnce(until.Range));
        var during = until is null ? null : conditions.Bind(until.Condition);
        var accelerators = BindAccelerators(
            schedule?.Span == Span.AcrossCustomers && !onDeals ? new ConditionBinder(context, Scope.AcrossCustomers) : conditions);
        var span = schedule is null ? Span.PerCustomer : SpanOf(schedule);
        var rating = BindRating(span);
        var limits = new LimitBinder(context, clauses, span).Bind();
        var hold = BindHold();
        var effective = clauses.Period(schedule is not null && !onDeals);
        if (schedule is { Frequency: Frequency.EveryQuarter or Frequency.EveryYear })
            new WindowCheck(context).Run(clauses.All<EffectiveClause>().FirstOrDefault(), WindowOf(schedule));
        var because = clauses.One<BecauseClause>();
        string?[] named = [.. (roles?.Roles ?? []).Select(clauses.Role)];
        if (roles is null || schedule is null || rating is null || accelerators is null || named.Any(role => role is null)
            || when is { Condition: null } || during is { Condition: null })
            return null;
        return new CommissionRule
        {
            Name = rule.Name.Text,
            Range = rule.Name.Range,
            Roles = named.Length == 0 ? null : [.. named.Select(role => role!)],
            OnDeals = onDeals,
            Credited = schedule.Credited,
            When = when?.Condition,
            While = during?.Condition,
            Effective = effective,
            Rating = rating,
            Accelerators = accelerators,
            WindowMonths = WindowOf(schedule),
            PerProduct = span == Span.PerProduct,
            AcrossCustomers = span == Span.AcrossCustomers,
            PerResult = limits.PerResult,
            PerCustomer = limits.PerCustomer,
            PerPartner = limits.PerPartner,
            PerProgram = limits.PerProgram,
            Hold = hold,
            Because = because?.Reason.Text,
        };
    }

    private void CheckSchedule(ScheduleClause schedule, bool onDeals)
    {
        if (schedule.OnUsage == onDeals)
            context.Bag.Add(Problems.WrongMeasure(schedule.Range, onDeals));
        if (onDeals ? schedule.Span is not (Span.Default or Span.PerDeal) : schedule.Span == Span.PerDeal)
            context.Bag.Add(Problems.WrongSpan(schedule.Range, onDeals));
    }

    // What does not fit has been reported, and is read as what is usual.
    private static Span SpanOf(ScheduleClause schedule) =>
        schedule.Frequency == Frequency.OnceWhenWon ? Span.PerDeal
        : schedule.Span is Span.PerProduct or Span.AcrossCustomers ? schedule.Span
        : Span.PerCustomer;

    private static int WindowOf(ScheduleClause schedule) => schedule.Frequency switch
    {
        Frequency.EveryQuarter => 3,
        Frequency.EveryYear => 12,
        _ => 1,
    };

    private List<Accelerator>? BindAccelerators(ConditionBinder conditions)
    {
        var bound = new List<Accelerator>();
        var good = true;
        var product = 1m;
        foreach (var clause in clauses.All<AccelerateClause>())
        {
            if (clause.Factor is <= 0 or > 100)
                context.Bag.Add(Problems.FactorOutOfRange(clause.Range));
            else if ((product *= decimal.Round(System.Math.Max(1, clause.Factor), 4)) > 10_000)
                context.Bag.Add(Problems.FactorsTooLarge(clause.Range));
            product = System.Math.Min(product, 10_001);
            var condition = conditions.Bind(clause.Condition).Condition;
            good &= condition is not null;
            if (condition is not null)
                bound.Add(new Accelerator(clause.Factor, condition));
        }
        return good ? bound : null;
    }

    private Rating? BindRating(Span span)
    {
        var rate = clauses.One<RateClause>();
        var amount = clauses.One<AmountClause>();
        var steps = clauses.One<StepsClause>();
        clauses.Exclude(rate, amount, steps);
        if (rate is not null)
        {
            if (rate.Rate is <= 0 or > 1)
                context.Bag.Add(Problems.PercentOutOfRange(rate.Range, "a rate is more than 0% and at most 100%"));
            return new FlatRate(rate.Rate);
        }
        if (amount is not null)
            return clauses.Amount(amount.Amount) is { } value ? new FixedAmount(value) : null;
        if (steps is not null)
            return new StepsBinder(context, clauses, span).Bind(steps);
        context.Bag.Add(Problems.ClauseMissing(
            rule.Name.Range, clauses.Title, "what it pays", "add 'rate', 'amount', 'graduated' or 'volume'"));
        return null;
    }

    private Hold? BindHold()
    {
        if (clauses.One<HoldClause>() is not { } clause)
            return null;
        if (clause.Rate is <= 0 or > 1)
            context.Bag.Add(Problems.PercentOutOfRange(clause.Range, "what is held is more than 0% and at most 100%"));
        return new Hold(System.Math.Min(clause.Rate, 1), clause.Months);
    }
}
