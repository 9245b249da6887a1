using System;
using System.Collections.Generic;

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
    private readonly List<UsageAccrual> accruals = [];
    private int accrued;

    public Facts Facts { get; } = program.Reader.NewFacts();

    public Roster Roster { get; } = new(program.Reader);

    public Registrant Registrant { get; set; }

    /// <summary>Shares that a person has set on the deal.</summary>
    public OwnShares? OwnShares { get; set; }

    public bool IsDeal { get; private set; }

    public bool IsWon { get; private set; }

    /// <summary>The amount of the deal, or the usage of the month.</summary>
    public decimal Whole { get; private set; }

    /// <summary>Products and what windows have booked, of a month.</summary>
    public WindowMonth Window { get; } = new();

    public CreditDecision Decision { get; } = new();

    public int EarnedCount { get; private set; }

    /// <summary>What the month measures for rules across customers.</summary>
    public List<UsageMeasure> Measures { get; } = [];

    public ref readonly Earned EarnedAt(int index) => ref earned[index];

    public void BeginDeal(decimal amount, bool isWon) => Begin(true, isWon, amount);

    public void BeginMonth(decimal usage) => Begin(false, false, usage);

    public void Judge()
    {
        Facts.CustomerIsActive = IsDeal || Churning.IsActive(program, Facts);
        Decision.Decide(program.CreditsFor(IsDeal), IsDeal, Facts, Roster, Registrant, OwnShares);
        hasAmounts = hasPercents = false;
        EarnedCount = accrued = 0;
        Measures.Clear();
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
        var from = EarnedCount;
        for (var i = 0; i < Decision.Count; i++)
        {
            if (!rule.EarnsIn(Decision.Split![i].Role))
                continue;
            See(i);
            if (FailingCondition(rule) is not null)
                continue;
            if (rule.AcrossCustomers)
                Measures.Add(new UsageMeasure(rule, Whole, i, Decision.Split![i]));
            else if (rule.IsAccrued)
                Accrue(rule, i);
            else
                Next(rule, i).Amount = Earn(rule, i, null);
        }
        for (var i = from; i < EarnedCount; i++)
            earned[i].Held = rule.Held(earned[i].Amount, program.Rounding.Digits);
    }

    private void Accrue(CommissionRule rule, int share)
    {
        if (accrued == accruals.Count)
            accruals.Add(new UsageAccrual(program, Facts));
        var accrual = accruals[accrued++];
        accrual.Accrue(rule, Decision.Split![share], Whole, Window);
        for (var line = 0; line < accrual.Count; line++)
        {
            ref var one = ref Next(rule, share);
            one.Accrual = accrual;
            one.Line = line;
            one.Amount = accrual.Amount(line);
        }
    }

    private ref Earned Next(CommissionRule rule, int share)
    {
        if (EarnedCount == earned.Length)
            Array.Resize(ref earned, EarnedCount + 4);
        ref var one = ref earned[EarnedCount++];
        one.Accrual = null;
        one.Rule = rule;
        one.Share = share;
        return ref one;
    }

    private decimal Earn(CommissionRule rule, int share, Trace? trace)
    {
        ref readonly var part = ref Decision.Split![share].Part;
        // A deal's credit was divided into whole minor units; usage keeps its full precision.
        var measure = !rule.Credited ? Whole : IsDeal ? Amounts()[share] : part * Whole;
        trace?.Measure(rule, Whole, part, measure);
        return rule.Earn(measure, part, Facts, program.Rounding, trace);
    }

    private void See(int share) => program.Reader.See(Facts, Decision.Split![share].Seat);

    private Condition? FailingCondition(CommissionRule rule) =>
        rule.When is { } when && !when.Holds(Facts) ? when
        : rule.While is { } condition && !condition.Holds(Facts) ? condition
        : null;
}
