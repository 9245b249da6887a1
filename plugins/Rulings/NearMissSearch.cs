using System.Collections.Generic;
using CrmAddon.Plugins.Settings;
using CrmAddon.Rules;
using CrmAddon.Rules.Json;
using Microsoft.Xrm.Sdk;

namespace CrmAddon.Plugins.Rulings;

/// <summary>What was nearly otherwise: found where the environment wants it, and told as JSON.</summary>
internal static class NearMissSearch
{
    public static bool IsOn(IOrganizationService service) => new EnvironmentSettings(service).IsOn(Setting.NearMisses);

    /// <summary>The near misses of a case; a clawback and the limits of a month have none.</summary>
    public static IReadOnlyList<NearMiss> Of(RuleProgram rules, StoredCase judged) => judged switch
    {
        StoredDeal deal => NearMisses.Of(rules, deal.Case),
        StoredUsage usage => NearMisses.Of(rules, usage.Case),
        StoredPartner partner => NearMisses.Of(rules, partner.Case),
        StoredTier tier => NearMisses.Of(rules, tier.Case),
        _ => [],
    };

    public static void Write(InvariantJson json, IReadOnlyList<NearMiss> found, Language language) => json.List("nearMisses", found, (miss, one) =>
    {
        miss.Member("kind", one.Kind.ToString());
        miss.Member("rule", one.Rule);
        miss.Member("partner", one.PartnerKey);
        miss.Member("role", one.Role);
        miss.Member("product", one.Product);
        miss.Member("fact", one.Fact);
        miss.Member("from", one.From);
        miss.Member("to", one.To);
        if (one.Difference is { } difference)
            miss.Member("difference", difference);
        miss.List("changes", one.Changes, (change, money) =>
        {
            change.Member("partner", money.PartnerKey);
            change.Member("name", money.PartnerName);
            change.Member("rule", money.Rule);
            change.Member("role", money.Role);
            change.Member("product", money.Product);
            change.Member("before", money.Before);
            change.Member("after", money.After);
        });
        miss.Texts("sentences", Explanation.Render(one.Finding, language));
    });
}
