using System;
using System.Collections.Generic;
using System.Linq;

namespace CrmAddon.Rules.Json;

/// <summary>
/// Collects what customers' months measure for commissions across customers, and judges each partner's month once all are there.
/// Only a program with such commissions makes it hold anything: a line for each customer of each month.
/// </summary>
internal sealed class AcrossCustomers(Func<Month, RuleProgram?> programOf)
{
    private readonly Dictionary<(string Partner, Month Month), (Participant Who, List<PartnerCustomer> Customers)> months = [];

    public void Add(UsageCase usage, UsageRuling ruling)
    {
        if (programOf(usage.Month) is not { } program || (program.Features & ProgramFeatures.AcrossCustomers) == 0)
            return;
        foreach (var who in usage.Participants.GroupBy(who => who.PartnerKey, StringComparer.Ordinal).Select(same => same.First()))
        {
            var booked = usage.Booked.Where(line => line.PartnerKey == who.PartnerKey).ToList();
            var lines = ruling.Measures.Where(line => line.PartnerKey == who.PartnerKey).ToList();
            if (lines.Count == 0 && booked.Count == 0)
                continue;
            if (!months.TryGetValue((who.PartnerKey, usage.Month), out var month))
                months[(who.PartnerKey, usage.Month)] = month = (who, []);
            month.Customers.Add(new PartnerCustomer
            {
                CustomerKey = usage.CustomerKey, CustomerName = usage.CustomerName, Lines = lines, Booked = booked, Usage = usage.Usage,
            });
        }
    }

    /// <summary>What all partners' months earn.</summary>
    public IEnumerable<(Month Month, Earning Earning)> Judge()
    {
        foreach (var pair in months)
        {
            var (partner, month) = pair.Key;
            var (who, customers) = pair.Value;
            var judged = programOf(month)!.Judge(new PartnerCase
            {
                PartnerKey = partner, PartnerName = who.PartnerName, Month = month, Fields = who.Fields, Customers = customers,
            });
            foreach (var earning in judged.Earnings)
                yield return (month, earning);
        }
    }
}
