using System;

namespace CrmAddon.Rules.Evaluation;

/// <summary>
/// One case under one program: the one place where cases are judged. The numbers are computed at once; the derivation is noted
/// when somebody asks, by the same code with a trace. It can be filled with another case and judge again without allocating.
/// </summary>
internal sealed partial class Judgement(BoundProgram program)
{
    private decimal[] amounts = [];
    private decimal[] percents = [];
    private bool hasAmounts;
    private bool hasPercents;
    private Earned[] earned = [];

    public Facts Facts { get; } = program.Reader.NewFacts();

    public Roster Roster { get; } = new(program.Reader);

    public Registrant Registrant { get; set; }

    public bool IsDeal { get; private set; }

    public bool IsWon { get; private set; }

    /// <summary>The amount of the deal, or the usage of the month.</summary>
    public decimal Whole { get; private set; }

    public CreditDecision Decision { get; } = new();

    public int EarnedCount { get; private set; }

    public ref readonly Earned EarnedAt(int index) => ref earned[index];

    public void BeginDeal(decimal amount, bool isWon) => Begin(true, isWon, amount);

    public void BeginMonth(decimal usage) => Begin(false, false, usage);

    public void Judge()
    {
        Facts.CustomerIsActive = IsDeal || Churning.IsActive(program, Facts);
        Decision.Decide(program.CreditsFor(IsDeal), IsDeal, Facts, Roster, Registrant);
        hasAmounts = hasPercents = false;
        EarnedCount = 0;
        if (IsDeal && !IsWon)
            return;
        foreach (var rule in program.CommissionsFor(IsDeal))
        {
            if (rule.Effective.Holds(Facts.BusinessDate))
                Earn(rule);
        }
    }

    /// <summary>The money credited to the partners in their order, then the house's.</summary>
    public decimal[] Amounts()
    {
        if (!hasAmounts)
            Decision.Divide(program.Rounding.Round(Whole), program.Rounding.Digits, ref amounts);
        hasAmounts = true;
        return amounts;
    }

    /// <summary>The shares in percent of the partners in their order, then the house's; they add up to 100.</summary>
    public decimal[] Percents()
    {
        if (!hasPercents)
            Decision.Divide(100m, CreditDecision.PercentDigits, ref percents);
        hasPercents = true;
        return percents;
    }

    private void Begin(bool isDeal, bool isWon, decimal whole)
    {
        IsDeal = isDeal;
        IsWon = isWon;
        Whole = whole;
    }

    private void Earn(CommissionRule rule)
    {
        for (var i = 0; i < Decision.Count; i++)
        {
            if (!rule.EarnsIn(Decision.Split![i].Role))
                continue;
            See(i);
            if (FailingCondition(rule) is not null)
                continue;
            if (EarnedCount == earned.Length)
                Array.Resize(ref earned, EarnedCount + 4);
            ref var one = ref earned[EarnedCount++];
            one.Rule = rule;
            one.Share = i;
            one.Amount = Earn(rule, i, null);
            one.Held = rule.Held(one.Amount, program.Rounding.Digits);
        }
    }

    private decimal Earn(CommissionRule rule, int share, Trace? trace)
    {
        var part = Decision.Split![share].Part;
        // A deal's credit was divided into whole minor units; usage keeps its full precision.
        var credited = IsDeal ? Amounts()[share] : part * Whole;
        return rule.Earn(Whole, credited, part, Facts, program.Rounding, trace);
    }

    private void See(int share) => program.Reader.See(Facts, Decision.Split![share].Seat);

    private Condition? FailingCondition(CommissionRule rule) =>
        rule.When is { } when && !when.Holds(Facts) ? when
        : rule.While is { } condition && !condition.Holds(Facts) ? condition
        : null;
}
