using System.Collections.Generic;
using System.Linq;
using CrmAddon.Rules.Diagnostics;
using CrmAddon.Rules.Evaluation;
using CrmAddon.Rules.Syntax;

namespace CrmAddon.Rules.Checking;

/// <summary>A condition with what it proves.</summary>
/// <param name="Condition">The condition; null when something was wrong and has been reported.</param>
/// <param name="WhenTrue">What is known where it holds.</param>
/// <param name="WhenFalse">What is known where it does not hold.</param>
/// <param name="Unknown">The figures in it that may be unknown and for which nothing is said yet.</param>
internal sealed record BoundCondition(
    Condition? Condition, Knowledge WhenTrue, Knowledge WhenFalse, IReadOnlyList<UnknownFigure> Unknown)
{
    public static BoundCondition Wrong { get; } = new(null, Knowledge.Nothing, Knowledge.Nothing, []);

    public static BoundCondition Of(Condition condition, params UnknownFigure[] unknown) =>
        new(condition, Knowledge.Nothing, Knowledge.Nothing, unknown);
}

/// <summary>Binds conditions and follows what each test proves for the ones after it.</summary>
internal sealed class ConditionBinder(CheckContext context, Scope scope)
{
    private readonly TestBinder tests = new(context, scope);

    /// <summary>Binds a whole condition; a figure that may be unknown must say what then.</summary>
    public BoundCondition Bind(Expression expression)
    {
        var bound = Bind(expression, Knowledge.Nothing);
        foreach (var unknown in bound.Unknown)
            context.Bag.Add(Problems.UnknownNotHandled(unknown.Range, unknown.Name));
        return bound.Unknown.Count > 0 ? BoundCondition.Wrong : bound;
    }

    private BoundCondition Bind(Expression expression, Knowledge known) => expression switch
    {
        AndExpression and => BindAnd(and.Parts, known),
        OrExpression or => BindOr(or.Parts, known),
        NotExpression not => BindNot(Bind(not.Inner, known)),
        IfUnknownExpression unknown => BindIfUnknown(Bind(unknown.Inner, known), unknown.Yes),
        RunningExpression running => BindRunning(running, known),
        _ => tests.Bind(expression, known),
    };

    private BoundCondition BindAnd(IReadOnlyList<Expression> parts, Knowledge known)
    {
        var bound = new List<BoundCondition>();
        foreach (var part in parts)
        {
            var next = Bind(part, known);
            known = known.And(next.WhenTrue);
            bound.Add(next);
        }
        return Together(
            bound, all => new AllOf(all), bound.Aggregate(Knowledge.Nothing, (sum, one) => sum.And(one.WhenTrue)),
            bound.Select(one => one.WhenFalse).Aggregate((first, second) => first.Common(second)));
    }

    private BoundCondition BindOr(IReadOnlyList<Expression> parts, Knowledge known)
    {
        var bound = new List<BoundCondition>();
        foreach (var part in parts)
        {
            var next = Bind(part, known);
            known = known.And(next.WhenFalse);
            bound.Add(next);
        }
        return Together(
            bound, all => new AnyOf(all), bound.Select(one => one.WhenTrue).Aggregate((first, second) => first.Common(second)),
            bound.Aggregate(Knowledge.Nothing, (sum, one) => sum.And(one.WhenFalse)));
    }

    private static BoundCondition Together(
        List<BoundCondition> parts, System.Func<Condition[], Condition> make, Knowledge whenTrue, Knowledge whenFalse) => new(
        parts.Any(part => part.Condition is null) ? null : make([.. parts.Select(part => part.Condition!)]),
        whenTrue, whenFalse, [.. parts.SelectMany(part => part.Unknown)]);

    private static BoundCondition BindNot(BoundCondition inner) => new(
        inner.Condition is null ? null : new Negated(inner.Condition), inner.WhenFalse, inner.WhenTrue, inner.Unknown);

    // Where the answer stands for something unknown, nothing is proved by it.
    private static BoundCondition BindIfUnknown(BoundCondition inner, bool yes) => new(
        inner.Condition is null ? null : new IfUnknown(inner.Condition, yes),
        yes ? Knowledge.Nothing : inner.WhenTrue, yes ? inner.WhenFalse : Knowledge.Nothing, []);

    private BoundCondition BindRunning(RunningExpression running, Knowledge known)
    {
        var inner = Bind(running.Inner, known);
        if (inner.Condition.Walk().OfType<Test>().FirstOrDefault(test => !IsMonthly(test)) is { } other)
        {
            context.Bag.Add(Problems.NotMonthly(running.Range, other.Text));
            return BoundCondition.Wrong;
        }
        return inner with
        {
            Condition = inner.Condition is null ? null : new Running(inner.Condition, running.Months),
            WhenFalse = Knowledge.Nothing,
        };
    }

    // Only usage is known month by month; of everything else only the present is.
    private static bool IsMonthly(Test test) => test switch
    {
        QuantityTest quantities => quantities.Left.Walk().Concat(quantities.Right.Walk()).All(one => one is not FieldQuantity),
        KnownFigureTest => true,
        _ => false,
    };
}
