using System.Collections.Generic;
using System.Globalization;
using System.Linq;
using CrmAddon.Rules.Evaluation;
using CrmAddon.Rules.Money;
using CrmAddon.Rules.Syntax;

namespace CrmAddon.Rules;

/// <summary>
/// The reasons that rulings keep beside their results. Each is a step like those of derivations, so that every language can tell it;
/// what is stored is its English sentence.
/// </summary>
internal static class Reasons
{
    public static Finding Credit(CreditDecision decision) => decision.Outcome switch
    {
        CreditOutcome.House => Of("reason.house"),
        CreditOutcome.Conflict => Of(
            "reason.conflict", ("rules", string.Join(" and ", decision.Left.Select(rule => "\"" + rule.Name + "\"")))),
        CreditOutcome.Refused => Refused(decision.Rule!.Name, decision.Split!.Refusal!),
        _ when decision.UsesOwnShares => OwnShares("reason.applies-own", ((SharesOfOwn)decision.Split!.Action).Shares, decision.Rule!.Name),
        _ when decision.Rule!.Because is { } because => Of("reason.applies-because", ("rule", decision.Rule.Name), ("because", because)),
        _ => Of("reason.applies", ("rule", decision.Rule!.Name)),
    };

    public static Finding NobodyInRole(string role) => Of("refusal.empty-role", ("role", role));

    public static Finding SeveralInRole(string role, int count) => Of("refusal.several", ("role", role), ("count", Count(count)));

    public static Finding NoPartner(string field) => Of("refusal.no-partner", ("field", field));

    public static Finding AllTo(string field) => Of("reason.all-to", ("field", field));

    /// <summary>Who set a deal's own shares, and why.</summary>
    public static Finding OwnShares(OwnShares shares) => OwnShares("reason.own-share", shares, null);

    public static Finding OwnShareNotOnTheDeal(OwnShare share) => Of(
        "refusal.own-share-not-on-deal", ("partner", share.PartnerKey), ("role", share.Role));

    public static Finding OwnShareWrong(OwnShare share) => Of(
        "refusal.own-share-wrong", ("partner", share.PartnerKey), ("role", share.Role), ("percent", NumberText.Shortest(share.Percent)));

    public static Finding OwnHouseShareWrong(decimal percent) => Of(
        "refusal.own-house-share-wrong", ("percent", NumberText.Shortest(percent)));

    public static Finding OwnSharesDoNotAddUp(decimal total) => Of(
        "refusal.own-shares-do-not-add-up", ("total", NumberText.Shortest(total)));

    public static Finding OwnSharesWithoutReason() => Of("refusal.own-shares-without-reason");

    public static Finding ShareOfRole(string role, decimal own, Rational part, int partners, SeveralInRole several)
    {
        var division = partners == 1 ? "" : several switch
        {
            Syntax.SeveralInRole.ByWeight => ".by-weight",
            Syntax.SeveralInRole.ToTheFirstEngaged => ".to-the-first",
            _ => ".equally",
        };
        return Of(
            (part == own ? "reason.share" : "reason.share-and-empty") + division,
            ("own", NumberText.Shortest(own)), ("role", role), ("together", (part * 100).ToText(4)), ("count", Count(partners)));
    }

    private static Finding OwnShares(string kind, OwnShares shares, string? rule) => Of(
        kind + (shares.SetBy is null ? "" : ".by"),
        ("rule", rule ?? ""), ("because", shares.Reason.Trim()), ("by", shares.SetBy ?? ""));

    private static Finding Refused(string rule, Finding refusal)
    {
        var values = new Dictionary<string, string>(System.StringComparer.Ordinal) { ["rule"] = rule };
        InnerSentence.Add(values, "refusal", refusal);
        return new Finding("reason.refused", values, null);
    }

    private static Finding Of(string kind, params (string Name, string Value)[] values) =>
        new(kind, values.ToDictionary(value => value.Name, value => value.Value, System.StringComparer.Ordinal), null);

    private static string Count(int count) => count.ToString(CultureInfo.InvariantCulture);
}
