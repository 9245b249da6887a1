using System;
using System.Collections.Generic;
using System.Linq;
using CrmAddon.Rules.Evaluation;

namespace CrmAddon.Rules.Checking.Situations;

/// <summary>Reads bound conditions as formulas: one for where a condition holds, one for where it surely does not.</summary>
internal sealed class ConditionFormulas(BoundProgram program, Variables variables)
{
    private const long Largest = 20_000;

    private readonly QuantityReading quantities = new(variables);

    // A part that is asked for by itself must be read as the same claims about the same variables.
    private readonly Dictionary<(Condition Condition, int Back), Formula> read = [];

    /// <summary>Where the condition comes out yes.</summary>
    public Formula Yes(Condition condition, int back = 0) =>
        read.TryGetValue((condition, back), out var known) ? known : read[(condition, back)] = IsTooLarge(condition) ? new OpenClaim() : ReadYes(condition, back);

    // Months running are written out; what then fills pages is not reasoned about.
    private static bool IsTooLarge(Condition condition) => condition is Running && StepCount.Of(condition) > Largest;

    private Formula ReadYes(Condition condition, int back) => condition switch
    {
        AllOf => Formula.All(condition.Inner.Select(part => Yes(part, back))),
        AnyOf => Formula.Either(condition.Inner.Select(part => Yes(part, back))),
        Negated negated => No(negated.Inner.Single(), back),
        IfUnknown { Yes: true } unknown => No(unknown.Inner.Single(), back).Negated(),
        IfUnknown unknown => Yes(unknown.Inner.Single(), back),
        Running running => Formula.All(Months(running, back).Select(month => Yes(running.Inner.Single(), month))),
        QuantityTest test => Compare(test, back, test.Not),
        _ => IsDecided(condition) ? Decided(condition, back) : new OpenClaim(),
    };

    /// <summary>Where the condition comes out no; where it is unknown it is neither.</summary>
    private Formula No(Condition condition, int back) => condition switch
    {
        AllOf => Formula.Either(condition.Inner.Select(part => No(part, back))),
        AnyOf => Formula.All(condition.Inner.Select(part => No(part, back))),
        Negated negated => Yes(negated.Inner.Single(), back),
        IfUnknown { Yes: true } unknown => No(unknown.Inner.Single(), back),
        IfUnknown unknown => Yes(unknown.Inner.Single(), back).Negated(),
        Running when IsTooLarge(condition) => new OpenClaim(),
        Running running => Formula.Either(Months(running, back).Select(month => No(running.Inner.Single(), month))),
        QuantityTest test => Compare(test, back, !test.Not),
        _ => IsDecided(condition) ? Decided(condition, back).Negated() : new OpenClaim(),
    };

    private static IEnumerable<int> Months(Running running, int back) => Enumerable.Range(back, running.Months);

    // These are never unknown.
    private static bool IsDecided(Condition condition) =>
        condition is ValueTest or SameTest or KnownFieldTest or KnownFigureTest or ProtectedTest or ActiveTest;

    private Formula Decided(Condition condition, int back)
    {
        switch (condition)
        {
            case ValueTest test:
                var variable = variables.Of(test.Field.Definition);
                variables.Mention(variable, test.Expected);
                return Formula.All(IsKnown(variable), new NameClaim(variable, [.. test.Expected], !test.Not));
            case SameTest test:
                var (left, right) = (variables.Of(test.Left.Definition), variables.Of(test.Right.Definition));
                return Formula.All(IsKnown(left), IsKnown(right), new SameClaim(left, right, !test.Not));
            case KnownFieldTest test:
                var known = IsKnown(variables.Of(test.Field.Definition));
                return test.WantsKnown ? known : known.Negated();
            case KnownFigureTest test:
                var figure = quantities.IsKnown(test.Figure, back);
                return test.WantsKnown ? figure : figure.Negated();
            case ProtectedTest test:
                return test.Not ? Protected().Negated() : Protected();
            case ActiveTest test:
                return test.Not ? Active().Negated() : Active();
            default:
                throw new ArgumentOutOfRangeException(nameof(condition));
        }
    }

    private static Formula IsKnown(Variable variable) => variable.MayBeMissing ? new KnownClaim(variable, true) : Formula.Always;

    private Formula Protected()
    {
        var date = LinearSum.Of(variables.Date);
        var (from, until) = (variables.Field(Variables.ProtectedFrom), variables.Field(Variables.ProtectedUntil));
        return Formula.All(
            IsKnown(from), IsKnown(until), variables.Below(LinearSum.Of(from).Minus(date), false), variables.Below(date.Minus(LinearSum.Of(until)), false));
    }

    private Formula Active()
    {
        if (program.Churn is { } churn)
            return Yes(churn).Negated();
        var status = variables.Of(program.Status.Definition);
        return new NameClaim(status, [Churning.Active], true);
    }

    private Formula Compare(QuantityTest test, int back, bool not)
    {
        var left = quantities.Of(test.Left, back);
        var right = quantities.Of(test.Right, back);
        var claim = Claim(left, test.Comparison, right);
        return Formula.All(left.Known, right.Known, not ? claim.Negated() : claim);
    }

    private Formula Claim(Reading left, string comparison, Reading right)
    {
        if (Difference(left, right) is not var (value, divisor))
            return new OpenClaim();
        return comparison switch
        {
            "<" => Below(value, divisor, true),
            "<=" => Below(value, divisor, false),
            ">" => Below(value.Times(-1), divisor, true),
            ">=" => Below(value.Times(-1), divisor, false),
            _ => Formula.All(Below(value, divisor, false), Below(value.Times(-1), divisor, false)),
        };
    }

    private static (LinearSum Value, LinearSum? Divisor)? Difference(Reading left, Reading right) => (left.Divisor, right.Divisor) switch
    {
        (null, null) => (left.Value.Minus(right.Value), null),
        ({ } divisor, null) when right.Value.IsConstant => (left.Value.Minus(divisor.Times(right.Value.Constant)), divisor),
        (null, { } divisor) when left.Value.IsConstant => (divisor.Times(left.Value.Constant).Minus(right.Value), divisor),
        ({ } one, { } other) when one.IsSameAs(other) => (left.Value.Minus(right.Value), one),
        _ => null,
    };

    // A fraction is below zero where its two parts have different signs.
    private Formula Below(LinearSum value, LinearSum? divisor, bool strictly) => divisor is null
        ? variables.Below(value, strictly)
        : Formula.Either(
            Formula.All(variables.Below(divisor.Times(-1), true), variables.Below(value, strictly)),
            Formula.All(variables.Below(divisor, true), variables.Below(value.Times(-1), strictly)));
}
