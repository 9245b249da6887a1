using System;
using System.Collections.Generic;
using System.Linq;

namespace CrmAddon.Rules.Json;

/// <content>The cases that a program with windows, clawbacks and tiers is asked beside deals and months; their kind is written.</content>
public static partial class CaseText
{
    /// <summary>A partner's month over all customers, with their usage since <paramref name="earliest"/>.</summary>
    public static string Of(PartnerCase partner, Month earliest) => InvariantJson.Object(json =>
    {
        json.Member("kind", CaseKinds.Partner);
        json.Member("partner", partner.PartnerKey);
        json.Member("name", partner.PartnerName);
        json.Member("month", partner.Month.ToString());
        json.Map("fields", partner.Fields);
        json.List("customers", [.. partner.Customers.OrderBy(customer => customer.CustomerKey, StringComparer.Ordinal)], (one, customer) =>
        {
            one.Member("key", customer.CustomerKey);
            one.Member("name", customer.CustomerName);
            one.Member("since", customer.Usage.First?.ToString());
            Months(one, customer.Usage, earliest, partner.Month);
            one.List("lines", Ordered(customer.Lines), Write);
            one.List("booked", Ordered(customer.Booked), Write);
        });
    });

    /// <summary>What may be taken back of a customer that has churned.</summary>
    public static string Of(ClawbackCase clawback) => InvariantJson.Object(json =>
    {
        json.Member("kind", CaseKinds.Clawback);
        json.Member("key", clawback.CustomerKey);
        json.Member("name", clawback.CustomerName);
        json.Member("month", clawback.Month.ToString());
        json.Member("deal", clawback.DealKey);
        json.Member("dealName", clawback.DealName);
        json.Map("fields", clawback.Fields);
        json.List("entries", [.. clawback.Entries.OrderBy(entry => entry.Key, StringComparer.Ordinal)], (line, entry) =>
        {
            line.Member("key", entry.Key);
            line.Member("rule", entry.Rule);
            line.Member("partner", entry.PartnerKey);
            line.Member("role", entry.Role);
            line.Member("amount", entry.Amount);
        });
    });

    /// <summary>What a partner's tier is decided by, with the usage since <paramref name="earliest"/>.</summary>
    public static string Of(TierCase tier, Month earliest) => InvariantJson.Object(json =>
    {
        json.Member("kind", CaseKinds.Tier);
        json.Member("partner", tier.PartnerKey);
        json.Member("name", tier.PartnerName);
        json.Member("month", tier.Month.ToString());
        json.Member("since", tier.Usage.First?.ToString());
        Months(json, tier.Usage, earliest, tier.Month);
        json.Map("fields", tier.Fields);
        json.Texts("activeCustomers", tier.ActiveCustomers.ToDictionary(month => month.Key.ToString(), month => month.Value));
    });

    private static List<Measured> Ordered(IEnumerable<Measured> lines) => lines
        .OrderBy(line => line.Rule, StringComparer.Ordinal)
        .ThenBy(line => line.PartnerKey, StringComparer.Ordinal)
        .ThenBy(line => line.Role, StringComparer.Ordinal)
        .ToList();

    private static List<BookedLine> Ordered(IEnumerable<BookedLine> lines) => lines
        .OrderBy(line => line.Rule, StringComparer.Ordinal)
        .ThenBy(line => line.PartnerKey, StringComparer.Ordinal)
        .ThenBy(line => line.Role, StringComparer.Ordinal)
        .ThenBy(line => line.Product, StringComparer.Ordinal)
        .ToList();

    internal static void Write(InvariantJson json, Measured line)
    {
        json.Member("rule", line.Rule);
        json.Member("partner", line.PartnerKey);
        json.Member("role", line.Role);
        json.Member("measure", line.Measure);
        json.Member("credited", line.Credited);
    }

    private static void Write(InvariantJson json, BookedLine line)
    {
        json.Member("rule", line.Rule);
        json.Member("partner", line.PartnerKey);
        json.Member("role", line.Role);
        json.Member("product", line.Product);
        json.Member("measure", line.Measure);
        json.Member("credited", line.Credited);
        json.Member("uncapped", line.Uncapped);
        json.Member("amount", line.Amount);
    }

    private static void Write(InvariantJson json, OwnShares own)
    {
        json.List("shares", [.. own.Shares.OrderBy(share => share.PartnerKey, StringComparer.Ordinal).ThenBy(share => share.Role, StringComparer.Ordinal)],
            (line, share) =>
            {
                line.Member("partner", share.PartnerKey);
                line.Member("role", share.Role);
                line.Member("percent", share.Percent);
            });
        json.NonZero("housePercent", own.HousePercent);
        json.Member("reason", own.Reason);
        json.Member("setBy", own.SetBy);
    }
}
