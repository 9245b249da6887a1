using System;
using CrmAddon.Rules.Evaluation;

namespace CrmAddon.Rules;

/// <summary>How many changed cases may be judged for one goal. In a large program each goal is given fewer, so that none goes without.</summary>
internal sealed class Budget(int judgements)
{
    // Some tenths of a second in all, however many rules there are.
    private const int RuleJudgements = 40_000;

    private const int Most = 400;

    // Enough for a bound that a rule names, not for going ever farther.
    private const int Least = 24;

    private int left = judgements;

    public static Budget For(BoundProgram program, int goals) =>
        new(Math.Max(Least, Math.Min(Most, RuleJudgements / (2 + program.Credits.Count) / Math.Max(1, goals))));

    public bool Spend() => left-- > 0;
}
