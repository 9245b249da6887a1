using System.Collections.Generic;
using System.Linq;
using CrmAddon.Rules.Evaluation;
using CrmAddon.Rules.Money;

namespace CrmAddon.Rules.Checking.Situations;

/// <summary>A program as claims about the cases that it may meet.</summary>
internal sealed class World
{
    private readonly Variables variables;
    private readonly ConditionFormulas formulas;
    private readonly Dictionary<CreditRule, Formula> credits = [];
    private readonly Variable amount;
    private readonly LinearSum usage;
    private readonly Domain[] naturally;
    private readonly Domain[] possibly;

    /// <param name="program">The program.</param>
    /// <param name="further">Conditions beside those of its credit rules and commissions that will be asked about.</param>
    public World(BoundProgram program, params Condition[] further)
    {
        Program = program;
        variables = new Variables(program);
        formulas = new ConditionFormulas(program, variables);
        Date = variables.Date;
        FirstMonth = variables.FirstMonth;
        foreach (var rule in program.Credits)
        {
            credits[rule] = Formula.All([In(rule.Effective), .. rule.When is { } when ? new[] { formulas.Yes(when) } : []]);
            if (rule.Action.Target is { } target)
                variables.Of(target.Definition);
        }
        foreach (var condition in program.Commissions.SelectMany(rule => rule.Conditions).Concat(further))
            formulas.Yes(condition);
        foreach (var condition in program.Tiers.Select(rule => rule.When).Concat(program.Churn is { } churn ? [churn] : []))
            formulas.Yes(condition);
        amount = variables.Field("deal.amount");
        usage = variables.UsageOf(1);
        RegistrationPartner = variables.All.FirstOrDefault(variable => variable.Path == Situations.Variables.RegistrationPartner);
        variables.Close();
        Sums = [.. variables.All.Where(variable => variable.Sum is not null)];
        Usage = [.. variables.All.Where(variable => variable.UsageMonths > 0).OrderBy(variable => variable.UsageMonths)];
        naturally = [.. variables.All.Select(Natural)];
        possibly = [.. variables.All.Select(Possible)];
    }

    public BoundProgram Program { get; }

    public IReadOnlyList<Variable> Variables => variables.All;

    /// <summary>Whether all that the conditions read is understood: sums of fields and figures, and names.</summary>
    public bool IsExact => variables.All.All(variable => !variable.IsObscure && variable.Moves is null);

    /// <summary>The sums of several things that are compared with something.</summary>
    public IReadOnlyList<Variable> Sums { get; }

    /// <summary>Usage up to the judged month, from fewer months to more.</summary>
    public IReadOnlyList<Variable> Usage { get; }

    public Variable Date { get; }

    public Variable FirstMonth { get; }

    public Variable? RegistrationPartner { get; }

    public Variable Of(FieldSlot slot) => variables.Of(slot.Definition);

    /// <summary>Where a credit rule fits: in effect, and its condition holds.</summary>
    public Formula Fits(CreditRule rule) => credits[rule];

    /// <summary>Where a condition of the program, or a part of one, holds.</summary>
    public Formula Holds(Condition condition) => formulas.Yes(condition);

    /// <summary>Where the amount of a deal, or the usage of a month, is above a bound.</summary>
    public Formula Measures(bool deal, decimal above) =>
        variables.Below(LinearSum.Of(above).Minus(deal ? LinearSum.Of(amount) : usage), true);

    /// <summary>Where the business date lies in the period.</summary>
    public Formula In(EffectivePeriod period)
    {
        var date = LinearSum.Of(Date);
        return Formula.All(new[]
        {
            period.From is { } from ? new BelowZero(Day(from).Minus(date), false) : null,
            period.Until is { } until ? new BelowZero(date.Minus(Day(until)), false) : null,
        }.OfType<BelowZero>());
    }

    /// <summary>What a variable may be before anything is claimed of it.</summary>
    public Domain Start(Variable variable, bool natural) => (natural ? naturally : possibly)[variable.Index];

    private static Domain Possible(Variable variable) =>
        variable.Field?.Type == FieldType.Date || variable.Path == "date" ? Days(System.DateTime.MinValue, System.DateTime.MaxValue)
        : variable.Path == "first month" ? new Domain { Low = (Rational)(-1) }
        : Domain.Anything;

    private static Domain Natural(Variable variable) =>
        variable.Field?.Type == FieldType.Date || variable.Path == "date"
            ? Days(new System.DateTime(1900, 1, 1), new System.DateTime(2999, 12, 31))
        : variable.Field?.Type is FieldType.Money or FieldType.Number || variable.UsageMonths > 0 ? new Domain { Low = Rational.Zero }
        : Possible(variable);

    private static Domain Days(System.DateTime first, System.DateTime last) =>
        new() { Low = DayNumber(first), High = DayNumber(last) };

    private static Rational DayNumber(System.DateTime day) => (decimal)(day.Ticks / System.TimeSpan.TicksPerDay);

    private static LinearSum Day(System.DateTime day) => LinearSum.Of(DayNumber(day));
}
