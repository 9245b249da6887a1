using System;
using CrmAddon.Rules.Evaluation;

namespace CrmAddon.Rules;

/// <summary>How many changed cases may still be judged. Large programs are given fewer, so that the work stays the same.</summary>
internal sealed class Budget(int judgements)
{
    // Some tenths of a second at most, however many rules there are.
    private const int RuleJudgements = 200_000;

    private int left = judgements;

    public static Budget For(BoundProgram program) =>
        new(Math.Max(200, RuleJudgements / (1 + program.Credits.Count + program.Commissions.Count)));

    public bool Spend() => left-- > 0;
}
