namespace CrmAddon.Rules.Evaluation;

/// <summary>Notes how the judgement came about: each credit rule, the credit, each commission.</summary>
internal sealed partial class Judgement
{
    /// <summary>Notes everything that led to the result, and for each rule that did not apply the condition that failed.</summary>
    public void Derive(Trace trace)
    {
        if (!IsDeal)
            Churning.Explain(program, Facts, trace);
        for (var i = 0; i < program.Credits.Count; i++)
            Derive(program.Credits[i], trace);
        if (OwnShares is not null && Decision.Rule is { AllowsOwnShares: false } rule)
            trace.OwnSharesNotUsed(rule);
        trace.Credit(program.Currency, Decision, Percents(), Amounts());
        foreach (var commission in program.CommissionsFor(IsDeal))
            Derive(commission, trace);
    }

    private void Derive(CreditRule rule, Trace trace)
    {
        if (!rule.IsFor(IsDeal))
            trace.CreditForOther(rule, IsDeal);
        else if (!rule.Effective.Holds(Facts.BusinessDate))
            trace.CreditNotInEffect(rule);
        else
            DeriveInEffect(rule, trace);
    }

    private void DeriveInEffect(CreditRule rule, Trace trace)
    {
        var fits = rule.When is not { } when || when.Holds(Facts);
        if (fits && Decision.ExceptionTo(rule) is { } exception)
        {
            trace.CreditExcepted(rule, exception);
            return;
        }
        var since = trace.Here;
        rule.When?.Explain(Facts, 0, trace);
        if (fits)
            trace.CreditFits(since, rule);
        else
            trace.CreditFails(since, rule);
    }

    private void Derive(CommissionRule rule, Trace trace)
    {
        if (IsDeal && !IsWon)
            trace.CommissionNotWon(rule);
        else if (!rule.Effective.Holds(Facts.BusinessDate))
            trace.CommissionNotInEffect(rule);
        else
            DeriveInEffect(rule, trace);
    }

    private void DeriveInEffect(CommissionRule rule, Trace trace)
    {
        var since = trace.Here;
        for (int i = 0, next = FirstOf(rule); i < Decision.Count; i++)
        {
            var portion = Decision.Split![i];
            if (!rule.EarnsIn(portion.Role))
                continue;
            if (rule.AcrossCustomers && MeasureOf(rule, i) is { } measure)
                Derive(measure, trace);
            else if (next < EarnedCount && earned[next].Share == i && earned[next].Rule == rule)
                next = Derive(rule, next, trace);
            else
                DeriveFailing(rule, i, trace);
        }
        if (trace.Here == since)
            trace.CommissionWithoutRole(rule);
    }

    private void DeriveFailing(CommissionRule rule, int share, Trace trace)
    {
        See(share);
        var since = trace.Here;
        var failing = FailingCondition(rule)!;
        failing.Explain(Facts, 0, trace);
        trace.CommissionFails(since, rule, Decision.Split![share], ReferenceEquals(failing, rule.While));
    }

    private int Derive(CommissionRule rule, int next, Trace trace)
    {
        var share = earned[next].Share;
        for (; next < EarnedCount && earned[next].Share == share && earned[next].Rule == rule; next++)
            Derive(earned[next], trace);
        return next;
    }

    private void Derive(UsageMeasure measure, Trace trace)
    {
        See(measure.Share);
        measure.Derive(Facts, program.Currency, trace);
    }

    private UsageMeasure? MeasureOf(CommissionRule rule, int share)
    {
        foreach (var measure in Measures)
        {
            if (measure.Rule == rule && measure.Share == share)
                return measure;
        }
        return null;
    }

    private void Derive(in Earned one, Trace trace)
    {
        See(one.Share);
        var since = trace.Here;
        one.Rule.When?.Explain(Facts, 0, trace);
        one.Rule.While?.Explain(Facts, 0, trace);
        if (one.Accrual is { } accrual)
            accrual.Derive(one.Line, trace);
        else
            Earn(one.Rule, one.Share, trace);
        trace.Limits(one.Rule);
        if (one.Rule.Hold is { } hold)
            trace.Hold(hold, one.Amount, one.Held);
        if (one.Rule.PerProduct)
            trace.ProductEarning(since, one.Rule, Decision.Split![one.Share], one.Accrual!.Product(one.Line), one.Amount, program.Currency);
        else
            trace.Earning(since, one.Rule, Decision.Split![one.Share], one.Amount, program.Currency);
    }

    private int FirstOf(CommissionRule rule)
    {
        var first = 0;
        while (first < EarnedCount && earned[first].Rule != rule)
            first++;
        return first;
    }
}
