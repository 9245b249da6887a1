using System.Collections.Generic;
using System.Linq;
using CrmAddon.Rules.Evaluation;
using CrmAddon.Rules.Syntax;

namespace CrmAddon.Rules.Checking.Situations;

/// <summary>The values with which the conditions of some rules compare fields and figures.</summary>
internal sealed class CutPoints
{
    private readonly Dictionary<FieldSlot, HashSet<decimal>> fields = [];
    private readonly Dictionary<(UsageFigure Figure, int Months), HashSet<decimal>> figures = [];
    private readonly Dictionary<FieldSlot, HashSet<string>> names = [];

    public CutPoints(IEnumerable<Condition> conditions)
    {
        foreach (var condition in conditions)
            Include(condition);
    }

    public IEnumerable<KeyValuePair<FieldSlot, HashSet<decimal>>> Fields => fields;

    public IEnumerable<KeyValuePair<(UsageFigure Figure, int Months), HashSet<decimal>>> Figures => figures;

    public IEnumerable<KeyValuePair<FieldSlot, HashSet<string>>> Names => names;

    public bool AsksForProtection { get; private set; }

    public bool AsksForActivity { get; private set; }

    /// <summary>Whether the points cut everything that the conditions tell apart. Sums, products, comparisons between two
    /// fields and earlier months are tried only at the values named beside them.</summary>
    public bool AreComplete { get; private set; } = true;

    public void Include(Condition condition)
    {
        foreach (var test in condition.Walk())
            Add(test);
    }

    public void Distinguish(FieldSlot slot, string name) => NamesOf(slot).Add(name);

    public void Read(FieldSlot slot)
    {
        if (ValueKinds.Of(slot.Definition.Type).IsQuantity())
            PointsOf(slot);
        else
            NamesOf(slot);
    }

    private void Add(Condition test)
    {
        switch (test)
        {
            case QuantityTest quantities:
                Add(quantities);
                break;
            case ValueTest value:
                NamesOf(value.Field).UnionWith(value.Expected);
                break;
            case SameTest same:
                NamesOf(same.Left).UnionWith(NamesOf(same.Right));
                NamesOf(same.Right).UnionWith(NamesOf(same.Left));
                AreComplete &= same.Left.Definition.Type == FieldType.Partner;
                break;
            case KnownFieldTest known:
                Read(known.Field);
                break;
            case KnownFigureTest known:
                PointsOf(known.Figure);
                break;
            case ProtectedTest:
                AsksForProtection = true;
                break;
            case ActiveTest:
                AsksForActivity = true;
                break;
            case Running:
                AreComplete = false;
                break;
        }
    }

    private void Add(QuantityTest test)
    {
        var simple = (test.Left, test.Right) is (Constant, FieldQuantity or FigureQuantity) or (FieldQuantity or FigureQuantity, Constant);
        Quantity[] all = [.. test.Left.Walk(), .. test.Right.Walk()];
        // A window of protection is tried only around the business date.
        AreComplete &= simple && !all.OfType<FieldQuantity>().Any(field => field.Slot.Subject == "registration");
        decimal[] values = [.. all.OfType<Constant>().Select(constant => constant.Value)];
        foreach (var field in all.OfType<FieldQuantity>())
            PointsOf(field.Slot).UnionWith(values);
        foreach (var figure in all.OfType<FigureQuantity>())
            PointsOf(figure).UnionWith(figure.Figure == UsageFigure.Average ? values.Select(value => value * figure.Months) : values);
    }

    private HashSet<decimal> PointsOf(FieldSlot slot) =>
        fields.TryGetValue(slot, out var points) ? points : fields[slot] = [];

    // An average is its total divided: one figure, so that the two can't contradict each other.
    private HashSet<decimal> PointsOf(FigureQuantity figure)
    {
        var key = (figure.Figure == UsageFigure.Average ? UsageFigure.Total : figure.Figure, figure.Months);
        return figures.TryGetValue(key, out var points) ? points : figures[key] = [];
    }

    private HashSet<string> NamesOf(FieldSlot slot) => names.TryGetValue(slot, out var known) ? known : names[slot] = [];
}
