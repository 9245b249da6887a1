using System;
using CrmAddon.Rules.Evaluation;

namespace CrmAddon.Rules;

/// <summary>What an evaluator came to. It holds until the next case begins.</summary>
public sealed partial class Evaluator
{
    private readonly Trace trace = new();

    /// <summary>How the decision on the credit ended.</summary>
    public CreditOutcome Outcome => Judged.Decision.Outcome;

    /// <summary>The rule that credits or refuses; null for the house and for a conflict.</summary>
    public string? CreditRule => Judged.Decision.Rule?.Name;

    /// <summary>How many shares there are, by partner key, then role.</summary>
    public int ShareCount => Judged.Decision.Count;

    /// <summary>What the house keeps, in the program's currency.</summary>
    public decimal HouseAmount => Judged.Amounts()[ShareCount];

    /// <summary>How many earnings there are, by rule, then partner.</summary>
    public int EarningCount => Judged.EarnedCount;

    /// <summary>Whether the program's churn rule finds the customer active; always so for a deal.</summary>
    public bool CustomerIsActive => Judged.Facts.CustomerIsActive;

    private Judgement Judged => isJudged ? judgement : throw new InvalidOperationException("Judge the case first.");

    /// <summary>Judges what has been filled in since the case began.</summary>
    public void Judge()
    {
        judgement.Roster.Arrange();
        judgement.Judge();
        isJudged = true;
    }

    /// <summary>
    /// Judges, and notes every step that led to the result as data, on a tape that is used again for the next case.
    /// <see cref="Derivation"/> makes findings of it.
    /// </summary>
    public void JudgeAndNote()
    {
        Judge();
        Note();
    }

    /// <summary>The steps that led to the result, as <see cref="Ruling.Derivation"/> has them below the case itself.</summary>
    public System.Collections.Generic.IReadOnlyList<Finding> Derivation()
    {
        if (trace.Here == 0)
            Note();
        return trace.Findings();
    }

    /// <summary>The partner's key of a share.</summary>
    public string SharePartner(int share) => Judged.Decision.Split![share].PartnerKey;

    /// <summary>The role of a share; empty where the partner is credited without a role.</summary>
    public string ShareRole(int share) => Judged.Decision.Split![share].Role;

    /// <summary>A share of the money, in whole minor units, by largest remainder.</summary>
    public decimal ShareAmount(int share) => Judged.Amounts()[share];

    /// <summary>The commission rule of an earning.</summary>
    public string EarningRule(int earning) => Judged.EarnedAt(earning).Rule.Name;

    /// <summary>The partner's key of an earning.</summary>
    public string EarningPartner(int earning) => Judged.Decision.Split![Judged.EarnedAt(earning).Share].PartnerKey;

    /// <summary>The role of an earning.</summary>
    public string EarningRole(int earning) => Judged.Decision.Split![Judged.EarnedAt(earning).Share].Role;

    /// <summary>What is earned, held part included, in whole minor units: <see cref="Earning.Amount"/>.</summary>
    public decimal EarningAmount(int earning) => Judged.EarnedAt(earning).Amount;

    /// <summary>The part of it that is held back.</summary>
    public decimal EarningHeld(int earning) => Judged.EarnedAt(earning).Held;

    private void Note()
    {
        trace.Clear();
        Judged.Derive(trace);
    }
}
