using System;
using System.Collections.Generic;
using System.Linq;

namespace CrmAddon.Rules.Json;

/// <summary>A case as it is kept: everything that the rules were told, so that the ruling can be replayed.</summary>
public static partial class CaseText
{
    /// <summary>A deal.</summary>
    public static string Of(DealCase deal) => InvariantJson.Object(json =>
    {
        json.Member("key", deal.Key);
        json.Member("name", deal.Name);
        json.Member("date", deal.BusinessDate);
        json.Member("amount", deal.Amount);
        json.Member("won", deal.IsWon);
        json.Map("fields", deal.Fields);
        json.List("participants", Ordered(deal.Participants), Write);
        json.List("otherPartners", deal.OtherPartners, Write);
        json.Member("registration", deal.Registration, Write);
        json.Member("ownShares", deal.OwnShares, Write);
    });

    /// <summary>A customer's month with its usage since <paramref name="earliest"/>, the first month that the rules look back to.</summary>
    public static string Of(UsageCase usage, Month earliest) => InvariantJson.Object(json =>
    {
        json.Member("key", usage.CustomerKey);
        json.Member("name", usage.CustomerName);
        json.Member("month", usage.Month.ToString());
        json.Member("since", usage.Usage.First?.ToString());
        Months(json, usage.Usage, earliest, usage.Month);
        json.Map("fields", usage.Fields);
        json.List("participants", Ordered(usage.Participants), Write);
        json.Map("products", usage.Products.ToDictionary(product => product.Key, product => InvariantJson.Text(product.Value)));
        json.List("booked", Ordered(usage.Booked), Write);
    });

    /// <summary>The entries of a month before its limits.</summary>
    public static string Of(IReadOnlyList<CapRuling> caps, Month month) => InvariantJson.Object(json =>
    {
        json.Member("month", month.ToString());
        json.List("rules", caps, (rule, cap) =>
        {
            rule.Member("rule", cap.Rule);
            rule.List("lines", cap.Lines, (line, entry) =>
            {
                line.Member("key", entry.Key);
                if (cap.Lines.Any(other => other.PartnerKey != entry.PartnerKey))
                    line.Member("partner", entry.PartnerKey);
                line.Member("amount", entry.Uncapped);
                line.NonZero("bookedUncapped", entry.BookedUncapped);
                line.NonZero("bookedAmount", entry.BookedAmount);
            });
        });
    });

    // Their order changes nothing in the result, so it must change nothing in the text.
    private static List<Participant> Ordered(IEnumerable<Participant> participants) => participants
        .OrderBy(who => who.PartnerKey, StringComparer.Ordinal)
        .ThenBy(who => who.Role, StringComparer.Ordinal)
        .ThenBy(who => who.EngagedOn)
        .ToList();

    private static void Months(InvariantJson json, UsageHistory usage, Month earliest, Month latest) => json.Map(
        "usage", Enumerable.Range(0, latest.MonthsSince(earliest) + 1)
            .Select(earliest.AddMonths)
            .Where(month => usage[month] != 0m)
            .ToDictionary(month => month.ToString(), month => InvariantJson.Text(usage[month])));

    private static void Write(InvariantJson json, Participant who)
    {
        json.Member("partner", who.PartnerKey);
        json.Member("name", who.PartnerName);
        json.Member("role", who.Role);
        json.Member("weight", who.Weight);
        json.Member("engagedOn", who.EngagedOn);
        json.Map("fields", who.Fields);
    }

    private static void Write(InvariantJson json, PartnerFacts who)
    {
        json.Member("partner", who.Key);
        json.Member("name", who.Name);
        json.Map("fields", who.Fields);
    }

    private static void Write(InvariantJson json, RegistrationFacts registration)
    {
        json.Member("partner", registration.PartnerKey);
        json.Member("name", registration.PartnerName);
        json.Member("role", registration.Role);
        json.Member("protectedFrom", registration.ProtectedFrom);
        json.Member("protectedUntil", registration.ProtectedUntil);
        json.Map("fields", registration.Fields);
    }
}
