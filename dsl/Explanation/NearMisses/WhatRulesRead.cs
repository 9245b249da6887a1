using System.Collections.Generic;
using System.Linq;
using CrmAddon.Rules.Checking;
using CrmAddon.Rules.Evaluation;
using CrmAddon.Rules.Syntax;

namespace CrmAddon.Rules;

/// <summary>What some conditions read, with the values that they compare it with.</summary>
internal sealed class WhatRulesRead
{
    public WhatRulesRead(BoundProgram program, IEnumerable<Condition?> conditions)
    {
        foreach (var condition in conditions)
            Add(program, condition);
    }

    public Dictionary<FieldSlot, HashSet<decimal>> Numbers { get; } = [];

    public Dictionary<FieldSlot, HashSet<string>> Names { get; } = [];

    public Dictionary<(UsageFigure Figure, int Months), HashSet<decimal>> Figures { get; } = [];

    public bool Protection { get; private set; }

    private void Add(BoundProgram program, Condition? condition)
    {
        foreach (var test in condition.Walk())
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
                    NamesOf(same.Left);
                    NamesOf(same.Right);
                    break;
                case KnownFieldTest known:
                    Add(known.Field);
                    break;
                case KnownFigureTest known:
                    CutsOf(known.Figure);
                    break;
                case ProtectedTest:
                    Protection = true;
                    break;
                case ActiveTest when program.Churn is { } churn:
                    Add(program, churn);
                    break;
                case ActiveTest:
                    NamesOf(program.Status).Add(Churning.Active);
                    break;
            }
        }
    }

    private void Add(QuantityTest test)
    {
        Quantity[] all = [.. test.Left.Walk(), .. test.Right.Walk()];
        decimal[] values = [.. all.OfType<Constant>().Select(constant => constant.Value)];
        foreach (var field in all.OfType<FieldQuantity>())
            CutsOf(field.Slot).UnionWith(values);
        foreach (var figure in all.OfType<FigureQuantity>())
            CutsOf(figure).UnionWith(values);
    }

    private void Add(FieldSlot slot)
    {
        if (ValueKinds.Of(slot.Definition.Type).IsQuantity())
            CutsOf(slot);
        else
            NamesOf(slot);
    }

    private HashSet<decimal> CutsOf(FieldSlot slot) => Numbers.TryGetValue(slot, out var cuts) ? cuts : Numbers[slot] = [];

    private HashSet<decimal> CutsOf(FigureQuantity figure) =>
        Figures.TryGetValue((figure.Figure, figure.Months), out var cuts) ? cuts : Figures[(figure.Figure, figure.Months)] = [];

    private HashSet<string> NamesOf(FieldSlot slot) => Names.TryGetValue(slot, out var names) ? names : Names[slot] = [];
}
