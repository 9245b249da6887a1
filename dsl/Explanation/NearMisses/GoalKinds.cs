using System.Collections.Generic;
using System.Linq;
using CrmAddon.Rules.Evaluation;
using CrmAddon.Rules.Syntax;

namespace CrmAddon.Rules;

/// <summary>A credit rule credits.</summary>
internal sealed class CreditGoal(string rule, IReadOnlyList<Fact> facts) : Goal(NearMissKind.Credit, rule, null, facts)
{
    protected override bool IsMet(Judged judged) =>
        judged.Credit is { Outcome: CreditOutcome.Credited } credit && credit.Rule == Rule;

    public override Finding Effect(Judged after) => NearMissFindings.Step("effect.credit", ("rule", Rule));
}

/// <summary>A commission earns a partner something.</summary>
internal sealed class CommissionGoal(MoneyKey who, IReadOnlyList<Fact> facts) : Goal(NearMissKind.Commission, who.Rule!, who, facts)
{
    protected override bool IsMet(Judged judged) => judged.Find(Who!.Value) is not null;

    public override Finding Effect(Judged after) => NearMissFindings.Step(
        "effect.commission", ("rule", Rule), ("amount", NumberText.Shortest(after.Find(Who!.Value)?.Amount ?? 0)));
}

/// <summary>The next step of a commission is reached.</summary>
internal sealed class StepGoal(MoneyKey who, Step step, bool volume, IReadOnlyList<Fact> facts)
    : Goal(NearMissKind.Step, who.Rule!, who, facts)
{
    protected override bool IsMet(Judged judged) =>
        judged.Find(Who!.Value) is { } earning && StepsReached.In(earning.Derivation).Any(bound => bound >= step.Above);

    public override Finding Effect(Judged after) => NearMissFindings.Step(
        volume ? "effect.volume" : "effect.slice",
        ("rule", Rule), ("above", NumberText.Shortest(step.Above)), ("percent", NumberText.Shortest(step.Rate * 100)));
}

/// <summary>An accelerator of a commission holds.</summary>
internal sealed class AcceleratorGoal(MoneyKey who, int index, decimal factor, IReadOnlyList<Fact> facts)
    : Goal(NearMissKind.Accelerator, who.Rule!, who, facts)
{
    protected override bool IsMet(Judged judged) =>
        judged.Find(Who!.Value) is { } earning && Holds(earning, index);

    public static bool Holds(Earning earning, int index) =>
        StepsReached.Steps(earning.Derivation).Where(step => step.Kind is "accelerated" or "not-accelerated").ElementAtOrDefault(index)
            is { Kind: "accelerated" };

    public override Finding Effect(Judged after) => NearMissFindings.Step(
        "effect.accelerated", ("rule", Rule), ("factor", NumberText.Shortest(factor)));
}

/// <summary>A partner has earned a higher tier.</summary>
internal sealed class TierGoal(string tier, string partner, IReadOnlyList<Fact> facts) : Goal(NearMissKind.Tier, tier, null, facts)
{
    protected override bool IsMet(Judged judged) => judged.Tier == Rule;

    public override Finding Effect(Judged after) => NearMissFindings.Step("effect.tier", ("tier", Rule), ("partner", partner));
}

/// <summary>A figure is known.</summary>
internal sealed class FigureGoal(string rule, string name, UsageFigure figure, int months, IReadOnlyList<Fact> facts)
    : Goal(NearMissKind.Figure, rule, null, facts)
{
    public override object Subject => name;

    public override bool IsMet(CaseAtHand changed) => changed.Figures!.TryRead(figure, months, 0, out _);

    protected override bool IsMet(Judged judged) => true;

    public override Finding Effect(Judged after) => NearMissFindings.Step("effect.known", ("figure", name));
}
