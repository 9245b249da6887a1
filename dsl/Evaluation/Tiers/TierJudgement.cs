namespace CrmAddon.Rules.Evaluation;

/// <summary>Judges which tier a partner has earned: the highest of those whose conditions hold.</summary>
internal static class TierJudgement
{
    public static TierRuling Of(BoundProgram program, TierCase partner) => Of(
        program, partner,
        new UsageFigures(partner.Usage, partner.Month) { Retention = new Retention(partner.ActiveCustomers) });

    public static TierRuling Of(BoundProgram program, TierCase partner, UsageFigures figures)
    {
        var facts = program.Reader.NewFacts();
        program.Reader.Read(partner.Fields, partner.Month.FirstDay, figures, facts);
        string? reached = null;
        var trace = new Trace();
        // From the highest down.
        foreach (var rule in program.Tiers)
        {
            var since = trace.Here;
            var holds = rule.When.Holds(facts);
            rule.When.Explain(facts, 0, trace);
            trace.Tier(since, rule, holds, reached);
            if (holds)
                reached ??= rule.Tier;
        }
        trace.Tiers(0, program, partner, reached);
        return new TierRuling(program.Hash, partner.Month, reached, () => trace.Findings()[0]);
    }
}
