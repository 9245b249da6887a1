using System.Collections.Generic;
using System.Linq;
using CrmAddon.Plugins.Dataverse;
using CrmAddon.Rules;

namespace CrmAddon.Plugins.Rulings;

/// <summary>A result as it is kept in cov_result, and its derivation as it is kept in cov_derivation.</summary>
internal static class ResultText
{
    public static string Of(DealRuling ruling) => Of(ruling.Credit, ruling.Earnings);

    public static string Of(UsageRuling ruling) => Of(ruling.Credit, ruling.Earnings);

    public static string Of(IReadOnlyList<CapRuling> rulings) => InvariantJson.Object(json =>
        json.List("rules", rulings, (rule, capped) =>
        {
            rule.Member("rule", capped.Rule);
            rule.List("lines", capped.Lines, (line, cap) =>
            {
                line.Member("key", cap.Key);
                line.Member("amount", cap.Amount);
                if (cap.Held != 0m)
                    line.Member("held", cap.Held);
            });
        }));

    /// <summary>The derivation: <c>kind</c>, <c>values</c> and <c>children</c>, as in <see cref="Finding"/>.</summary>
    public static string Of(Finding finding) => InvariantJson.Object(json => Write(json, finding));

    /// <summary>Several derivations as one: a step of an unknown kind renders as its own text.</summary>
    public static string Of(string sentence, IReadOnlyList<Finding> findings) =>
        Of(findings.Count == 1 ? findings[0] : new Finding(sentence, null, findings));

    private static string Of(CreditResult credit, IReadOnlyList<Earning> earnings) => InvariantJson.Object(json =>
    {
        json.Member("outcome", credit.Outcome.ToString());
        json.Member("rule", credit.Rule);
        json.Member("reason", credit.Reason);
        json.List("shares", credit.Shares, (share, part) =>
        {
            share.Member("partner", part.PartnerKey);
            share.Member("role", part.Role);
            share.Member("percent", part.Percent);
            share.Member("amount", part.Amount);
        });
        json.Member("housePercent", credit.HousePercent);
        json.Member("houseAmount", credit.HouseAmount);
        json.List("earnings", earnings.Where(earning => earning.Amount != 0m).ToList(), (line, earning) =>
        {
            line.Member("rule", earning.Rule);
            line.Member("partner", earning.PartnerKey);
            line.Member("role", earning.Role);
            line.Member("amount", earning.Amount);
            line.Member("held", earning.Held);
        });
    });

    private static void Write(InvariantJson json, Finding finding)
    {
        json.Member("kind", finding.Kind);
        json.Map("values", finding.Values);
        json.List("children", finding.Children, Write);
    }
}
