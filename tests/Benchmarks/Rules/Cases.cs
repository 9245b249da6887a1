using System;
using System.Collections.Generic;
using System.Linq;
using CrmAddon.Rules;

namespace CrmAddon.Benchmarks;

/// <summary>The two examples of the sample program, as cases.</summary>
internal static class Cases
{
    public static DealCase FourPartners() => new()
    {
        Key = "deal",
        BusinessDate = new DateTime(2026, 3, 15),
        Amount = 50_000m,
        IsWon = true,
        Fields = new Dictionary<string, FieldValue> { ["deal.motion"] = FieldValue.OfChoice("co_sell") },
        Participants =
        [
            Partner("Nimbus", "ISV"), Partner("Relay", "Reseller"), Partner("Harbor", "SI"), Partner("Skyops", "MSP"),
        ],
    };

    public static UsageCase GrowingCustomer()
    {
        var last = new Month(2026, 3);
        decimal[] months = [48_000m, 50_000m, 52_000m, 58_000m, 60_000m, 62_000m];
        return new UsageCase
        {
            CustomerKey = "customer",
            Month = last,
            Usage = new UsageHistory(months.Select((usage, at) =>
                new KeyValuePair<Month, decimal>(last.AddMonths(at - months.Length + 1), usage))),
            Participants = [Partner("Skyops", "MSP")],
        };
    }

    private static Participant Partner(string name, string role) => new() { PartnerKey = name, PartnerName = name, Role = role };
}
