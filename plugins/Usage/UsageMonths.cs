using System;
using System.Collections.Generic;
using System.Linq;
using CrmAddon.Plugins.Dataverse;
using CrmAddon.Plugins.Tables;
using CrmAddon.Rules;
using Microsoft.Xrm.Sdk;

namespace CrmAddon.Plugins.Usage;

/// <summary>One customer's month.</summary>
internal sealed record CustomerMonth(Guid Customer, Month Month);

/// <summary>Finds which customers' months a change of usage rows touches: where the rows were, and where they are now.</summary>
internal static class UsageMonths
{
    public const string Columns = UsageRow.Customer + "," + UsageRow.ChargeMonth;

    /// <param name="before">The rows before the change; none for new ones.</param>
    /// <param name="sent">The rows as they were sent, perhaps with some of their columns only.</param>
    public static IReadOnlyCollection<CustomerMonth> Of(IReadOnlyList<Entity> before, IReadOnlyList<Entity> sent)
    {
        var known = before.ToDictionary(row => row.Id);
        var months = new HashSet<CustomerMonth>();
        foreach (var row in before)
            Add(months, row.Lookup(UsageRow.Customer), row.Month(UsageRow.ChargeMonth));

        foreach (var row in sent)
        {
            known.TryGetValue(row.Id, out var old);
            Add(months,
                row.Lookup(UsageRow.Customer) ?? old?.Lookup(UsageRow.Customer),
                row.Month(UsageRow.ChargeMonth) ?? old?.Month(UsageRow.ChargeMonth));
        }

        return months;
    }

    private static void Add(HashSet<CustomerMonth> months, Guid? customer, Month? month)
    {
        if (customer is { } who && month is { } when)
            months.Add(new CustomerMonth(who, when));
    }
}
