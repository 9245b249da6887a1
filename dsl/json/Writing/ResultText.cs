using System;
using System.Collections.Generic;
using System.Linq;

namespace CrmAddon.Rules.Json;

/// <summary>A result as it is kept, and its derivation.</summary>
public static class ResultText
{
    /// <summary>The result of one ruling of any kind.</summary>
    public static string Of(Ruling ruling) => ruling switch
    {
        DealRuling deal => Of(deal),
        UsageRuling usage => Of(usage),
        CapRuling limits => Of([limits]),
        PartnerRuling partner => Of(partner),
        ClawbackRuling clawback => Of(clawback),
        TierRuling tier => Of(tier),
        _ => throw new ArgumentException("There is no such kind of ruling.", nameof(ruling)),
    };

    /// <summary>Who is credited with a deal and what it earns.</summary>
    public static string Of(DealRuling ruling) => InvariantJson.Object(json =>
    {
        Credit(json, ruling.Credit);
        Earnings(json, ruling.Earnings);
    });

    /// <summary>Who is credited with a month's usage and what it earns.</summary>
    public static string Of(UsageRuling ruling) => InvariantJson.Object(json =>
    {
        Credit(json, ruling.Credit);
        Earnings(json, ruling.Earnings);
        json.List("measures", ruling.Measures, CaseText.Write);
    });

    /// <summary>What a partner earns across customers.</summary>
    public static string Of(PartnerRuling ruling) => InvariantJson.Object(json => Earnings(json, ruling.Earnings));

    /// <summary>What is taken back of a customer that has churned.</summary>
    public static string Of(ClawbackRuling ruling) => InvariantJson.Object(json => json.List("lines", ruling.Lines, (line, taken) =>
    {
        line.Member("clawback", taken.Clawback);
        line.Member("key", taken.EntryKey);
        line.Member("amount", taken.Amount);
    }));

    /// <summary>The tier that a partner has earned.</summary>
    public static string Of(TierRuling ruling) => InvariantJson.Object(json => json.Member("tier", ruling.Tier));

    /// <summary>What the limits leave of a month's entries.</summary>
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

    /// <summary>The derivation of a month's limits: a step of a kind without words renders as its own text.</summary>
    public static Finding Derivation(IReadOnlyList<CapRuling> rulings, Month month) => rulings.Count == 1
        ? rulings[0].Derivation
        : new Finding(Limits(month), null, [.. rulings.Select(ruling => ruling.Derivation)]);

    /// <summary>What a ruling on a month's limits is about, as a sentence.</summary>
    public static string Limits(Month month) => $"The rules' caps per partner, applied to everything earned in {month}.";

    private static void Credit(InvariantJson json, CreditResult credit)
    {
        json.Member("outcome", credit.Outcome.ToString());
        json.Member("rule", credit.Rule);
        if (credit.UsesOwnShares)
            json.Member("ownShares", true);
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
    }

    // What came to nothing is left out, unless a later month of its window needs to know what was measured.
    private static void Earnings(InvariantJson json, IReadOnlyList<Earning> earnings) => json.List(
        "earnings", [.. earnings.Where(earning => earning.Amount != 0m || IsCarried(earning))], (line, earning) =>
        {
            line.Member("rule", earning.Rule);
            line.Member("partner", earning.PartnerKey);
            line.Member("role", earning.Role);
            line.Member("product", earning.Product);
            line.Member("customer", earning.CustomerKey);
            line.Member("amount", earning.Amount);
            line.Member("held", earning.Held);
            if (!IsCarried(earning))
                return;
            line.Member("window", earning.Window?.ToString());
            line.Member("measure", earning.Measure);
            line.Member("credited", earning.Credited);
            line.Member("booked", earning.Booked);
        });

    private static bool IsCarried(Earning earning) => earning.WindowMonths > 1 && (earning.Measure != 0m || earning.Booked != 0m);

    private static void Write(InvariantJson json, Finding finding)
    {
        json.Member("kind", finding.Kind);
        json.Map("values", finding.Values);
        json.List("children", finding.Children, Write);
    }
}
