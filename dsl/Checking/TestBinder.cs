using System.Linq;
using CrmAddon.Rules.Diagnostics;
using CrmAddon.Rules.Evaluation;
using CrmAddon.Rules.Syntax;
using CrmAddon.Rules.Text;

namespace CrmAddon.Rules.Checking;

/// <summary>Binds single tests and checks that what they compare can be compared.</summary>
internal sealed class TestBinder(CheckContext context, Scope scope)
{
    private const string Marketplace = "marketplace";

    private readonly OperandBinder operands = new(context, scope);

    public BoundCondition Bind(Expression expression, Knowledge known) => expression switch
    {
        ComparisonExpression comparison => BindComparison(comparison, known),
        KnownExpression test => BindKnown(test),
        IsExpression { Subject: NameExpression { Path: "registration" } } test => BindProtected(test),
        IsExpression { Subject: NameExpression { Path: "customer" } } test => BindActive(test),
        IsExpression test => BindIs(test, known),
        _ => NotACondition(expression),
    };

    private BoundCondition NotACondition(Expression expression)
    {
        context.Bag.Add(Problems.ValueAsCondition(expression.Range, context.Slice(expression.Range).Shortened()));
        return BoundCondition.Wrong;
    }

    private BoundCondition BindComparison(ComparisonExpression comparison, Knowledge known)
    {
        var left = operands.Bind(comparison.Left, known);
        var right = operands.Bind(comparison.Right, known);
        return left is null || right is null
            ? BoundCondition.Wrong
            : BindQuantities(comparison.Range, left, comparison.Operator, right, false);
    }

    private BoundCondition BindQuantities(TextRange range, Operand left, string comparison, Operand right, bool not)
    {
        if (left.Kind == ValueKind.Word || right.Kind == ValueKind.Word)
            return UnknownWord(left.Kind == ValueKind.Word ? left : right);
        if (left.Kind == ValueKind.Money && right.IsPlainNumber)
            right = right with { Kind = ValueKind.Money };
        else if (right.Kind == ValueKind.Money && left.IsPlainNumber)
            left = left with { Kind = ValueKind.Money };

        if (left.Kind != right.Kind || !left.Kind.IsQuantity())
        {
            context.Bag.Add(Problems.CannotCompare(range, left.Kind, right.Kind, comparison));
            return BoundCondition.Wrong;
        }
        if (left.Kind == ValueKind.Money && left.Currency != right.Currency)
        {
            context.Bag.Add(Problems.CurrencyMix(range, left.Currency ?? context.Currency, right.Currency ?? context.Currency));
            return BoundCondition.Wrong;
        }
        var foreign = left.Currency ?? right.Currency;
        if (foreign is not null)
        {
            context.Bag.Add(Problems.ForeignCurrency(range, foreign, context.Currency));
            return BoundCondition.Wrong;
        }
        return BoundCondition.Of(
            new QuantityTest(context.Slice(range), left.Quantity!, comparison, right.Quantity!, not, [.. left.Named, .. right.Named]),
            [.. left.Unknown, .. right.Unknown]);
    }

    private BoundCondition UnknownWord(Operand word)
    {
        context.Bag.Add(Problems.UnknownField(
            word.Range, word.Word!, context.NearestField(word.Word!)));
        return BoundCondition.Wrong;
    }

    private BoundCondition BindKnown(KnownExpression test)
    {
        var text = context.Slice(test.Range);
        if (test.Subject is UsageExpression figure)
        {
            var name = OperandBinder.NameOf(figure.Figure, figure.Months);
            if (operands.Bind(figure, Knowledge.Nothing) is null)
                return BoundCondition.Wrong;
            return Known(new KnownFigureTest(text, new FigureQuantity(figure.Figure, figure.Months), test.WantsKnown, name),
                name, test.WantsKnown);
        }
        if (test.Subject is NameExpression { Path: Marketplace } sale)
            return BindMarketplace(test, sale);
        if (test.Subject is not NameExpression field || field.IsSingleWord)
        {
            context.Bag.Add(Problems.KnownWhat(test.Range, context.Slice(test.Subject.Range).Shortened()));
            return BoundCondition.Wrong;
        }
        if (operands.FindField(field) is not { } slot)
            return BoundCondition.Wrong;
        if (!slot.Definition.MayBeMissing)
            context.Bag.Add(Problems.NeverMissing(test.Range, slot.Path));
        return Known(new KnownFieldTest(text, slot, test.WantsKnown), slot.Path, test.WantsKnown);
    }

    // A deal's sale has a name, and so all that is known of it is known with that.
    private BoundCondition BindMarketplace(KnownExpression test, NameExpression sale) =>
        operands.FindField(sale with { Path = Marketplace + ".name" }) is { } name
            ? Known(new KnownFieldTest(context.Slice(test.Range), name, test.WantsKnown), Marketplace + ".*", test.WantsKnown)
            : BoundCondition.Wrong;

    private static BoundCondition Known(Condition condition, string name, bool wantsKnown) => wantsKnown
        ? new BoundCondition(condition, Knowledge.Of(name), Knowledge.Nothing, [])
        : new BoundCondition(condition, Knowledge.Nothing, Knowledge.Of(name), []);

    private BoundCondition BindProtected(IsExpression test)
    {
        if (test.Values is not [NameExpression { Path: "protected" }])
        {
            context.Bag.Add(Problems.RegistrationIsWhat(test.Range));
            return BoundCondition.Wrong;
        }
        if (!scope.Has("registration"))
        {
            context.Bag.Add(Problems.FieldNotHere(test.Range, "registration", scope.Description));
            return BoundCondition.Wrong;
        }
        return Known(new ProtectedTest(context.Slice(test.Range), test.Not), "registration.*", !test.Not);
    }

    private BoundCondition BindActive(IsExpression test)
    {
        if (test.Values is not [NameExpression { Path: "active" }])
        {
            context.Bag.Add(Problems.CustomerIsWhat(test.Range));
            return BoundCondition.Wrong;
        }
        if (!scope.Has("usage") || !scope.Has("customer") || scope == Scope.Churn)
        {
            context.Bag.Add(Problems.FieldNotHere(test.Range, "customer is active", scope.Description));
            return BoundCondition.Wrong;
        }
        return BoundCondition.Of(new ActiveTest(context.Slice(test.Range), test.Not));
    }

    private BoundCondition BindIs(IsExpression test, Knowledge known)
    {
        var subject = operands.Bind(test.Subject, known);
        var values = test.Values.Select(value => operands.Bind(value, known)).ToArray();
        if (subject is null || values.Any(value => value is null))
            return BoundCondition.Wrong;
        if (subject.Kind == ValueKind.Word)
            return UnknownWord(subject);
        if (subject.Kind.IsQuantity())
            return BindQuantityIs(test, subject, values!);
        if (subject.Field is not { } field)
        {
            context.Bag.Add(Problems.ValueAsCondition(test.Range, context.Slice(test.Subject.Range).Shortened()));
            return BoundCondition.Wrong;
        }
        var text = context.Slice(test.Range);
        if (values is [{ Field: { } other } single] && single.Kind == subject.Kind)
            return BoundCondition.Of(new SameTest(text, field, test.Not, other));
        var names = values.Select(value => Resolve(field, value!)).ToArray();
        return names.Any(name => name is null)
            ? BoundCondition.Wrong
            : BoundCondition.Of(new ValueTest(text, field, test.Not, names!));
    }

    private BoundCondition BindQuantityIs(IsExpression test, Operand subject, Operand[] values)
    {
        var bound = values.Select(value => BindQuantities(test.Range, subject, "is", value, test.Not)).ToArray();
        if (bound.Any(one => one.Condition is null))
            return BoundCondition.Wrong;
        if (bound.Length == 1)
            return bound[0];
        Condition[] all = [.. bound.Select(one => one.Condition!)];
        return BoundCondition.Of(
            test.Not ? new AllOf(all) : new AnyOf(all), [.. bound.SelectMany(one => one.Unknown)]);
    }

    // A word or text on the right, read as a value of the field's type.
    private string? Resolve(FieldSlot field, Operand value)
    {
        var type = field.Definition.Type;
        var word = value.Field is null && value.Kind is ValueKind.Word or ValueKind.Text ? value.Word : null;
        switch (type)
        {
            case FieldType.Choice when value.Kind == ValueKind.Word:
                if (field.Definition.Choices.Count == 0 || field.Definition.Choices.Contains(word!))
                    return word;
                context.Bag.Add(Problems.UnknownChoice(
                    value.Range, word!, field.Path, field.Definition.Choices, context.Bag.Nearest(word!, field.Definition.Choices)));
                return null;
            case FieldType.YesNo when word is "yes" or "no" && value.Kind == ValueKind.Word:
                return word;
            case FieldType.Text when value.Kind == ValueKind.Text:
                return word;
            default:
                context.Bag.Add(Problems.NotOfType(value.Range, field.Path, ValueKinds.Of(type), value.Kind, field.Definition.Choices));
                return null;
        }
    }
}
