using CrmAddon.Rules.Evaluation;

namespace CrmAddon.Rules;

/// <summary>Steps of tiers.</summary>
internal static partial class Findings
{
    public static void Tier(this Trace trace, int since, TierRule rule, bool holds, string? reached)
    {
        trace.Step(!holds ? "tier.fails" : reached is null ? "tier.holds" : "tier.below", since).Add("tier", rule.Tier);
        if (holds && reached is not null)
            trace.Add("reached", reached);
    }

    public static void Tiers(this Trace trace, int since, BoundProgram program, TierCase partner, string? tier)
    {
        trace.Step(tier is null ? "tiers.none" : "tiers", since)
            .Add("partner", partner.PartnerName ?? partner.PartnerKey).Add("key", partner.PartnerKey).Add("month", partner.Month);
        if (tier is not null)
            trace.Add("tier", tier);
        trace.Add("program", program.Name).Add("version", program.Hash);
    }
}
