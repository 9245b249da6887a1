using System.Globalization;
using System.Linq;

namespace CrmAddon.Rules.Tests.Oracle;

/// <summary>A world in words, for whoever looks at a difference.</summary>
internal static class WorldText
{
    public static string Told(this World world) => string.Join("\n", world.Deals.Select(Told)
        .Concat(world.Customers.Select(customer => Told(customer, world)))
        .Append($"months {world.First} and {world.Months - 1} more; churned {world.Churned}; tiers "
            + string.Join(", ", world.TierOfPartner.Select(one => one.Key + " " + one.Value))));

    private static string Told(Deal deal) => string.Create(CultureInfo.InvariantCulture,
        $"deal {deal.Key} {(deal.Won ? "won" : "open")} on {deal.Day:yyyy-MM-dd} of {deal.Amount} motion {deal.Motion} source {deal.Source} by {deal.Sourcing}")
        + $" employees {deal.Employees} country {deal.Country} {deal.Registration}\n  {string.Join("\n  ", deal.Roster)}"
        + (deal.Own is { } own ? $"\n  own {string.Join(", ", own.Shares)} house {own.House} '{own.Reason}'" : "");

    private static string Told(Customer customer, World world) => $"customer {customer.Key} employees {customer.Employees} country {customer.Country}\n  "
        + string.Join("\n  ", customer.Months.Where(month => month.Key < world.First.AddMonths(world.Months)).Select(month => string.Create(
            CultureInfo.InvariantCulture, $"{month.Key} {month.Value.Status} [{string.Join(", ", month.Value.Usage)}] {string.Join(", ", month.Value.Roster)}")));
}
