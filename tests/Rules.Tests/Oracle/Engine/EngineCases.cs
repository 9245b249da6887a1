using System.Collections.Generic;
using System.Linq;

namespace CrmAddon.Rules.Tests.Oracle;

/// <summary>The oracle's world as the engine takes it.</summary>
internal static class EngineCases
{
    public static DealCase Deal(World world, Deal deal) => new()
    {
        Key = deal.Key,
        Amount = deal.Amount,
        BusinessDate = deal.Day,
        IsWon = deal.Won,
        Fields = Fields(
            ("deal.motion", FieldValue.OfChoice(deal.Motion)), ("deal.source", FieldValue.OfChoice(deal.Source)),
            ("deal.sourcing_partner", FieldValue.OfPartner(deal.Sourcing)), ("deal.won", FieldValue.OfDate(deal.Day)),
            ("customer.employees", Number(deal.Employees)), ("customer.country", FieldValue.OfText(deal.Country?.Trim('"')))),
        Participants = Roster(world, deal.Roster),
        OtherPartners = [.. world.TierOfPartner.Keys.Select(key => new PartnerFacts { Key = key, Fields = OfPartner(world, key) })],
        Registration = deal.Registration is { } claim
            ? new RegistrationFacts { PartnerKey = claim.Partner, Role = claim.Role, ProtectedFrom = claim.From, ProtectedUntil = claim.Until }
            : null,
        OwnShares = deal.Own is { } own
            ? new OwnShares
            {
                Shares = [.. own.Shares.Select(share => new OwnShare(share.Partner, share.Role, share.Percent))],
                HousePercent = own.House, Reason = own.Reason, SetBy = "Vera",
            }
            : null,
    };

    public static UsageCase Month(World world, Customer customer, Month month, IReadOnlyList<BookedLine> booked)
    {
        var used = customer.Months[month];
        return new UsageCase
        {
            CustomerKey = customer.Key,
            Month = month,
            Usage = History(customer),
            Products = used.Usage.Where(row => row.Product.Length > 0).GroupBy(row => row.Product)
                .ToDictionary(rows => rows.Key, rows => rows.Sum(row => row.Amount)),
            Fields = Fields(
                ("customer.status", FieldValue.OfChoice(used.Status)), ("customer.employees", Number(customer.Employees)),
                ("customer.country", FieldValue.OfText(customer.Country?.Trim('"')))),
            Participants = Roster(world, used.Roster),
            Booked = booked,
        };
    }

    public static UsageHistory History(params IEnumerable<Customer> customers) => new(customers.SelectMany(customer => customer.Months
        .SelectMany(month => month.Value.Usage.Select(row => KeyValuePair.Create(month.Key, row.Amount)).DefaultIfEmpty(new(month.Key, 0)))));

    public static IReadOnlyDictionary<string, FieldValue> OfPartner(World world, string key) =>
        Fields(("partner.tier", FieldValue.OfChoice(world.TierOfPartner.GetValueOrDefault(key))));

    private static Participant[] Roster(World world, IReadOnlyList<Place> roster) => [.. roster.Select(place => new Participant
    {
        PartnerKey = place.Partner, Role = place.Role, Weight = place.Weight, EngagedOn = place.Engaged, Fields = OfPartner(world, place.Partner),
    })];

    private static FieldValue Number(decimal? number) => number is { } known ? FieldValue.OfNumber(known) : FieldValue.Missing;

    private static Dictionary<string, FieldValue> Fields(params (string Name, FieldValue Value)[] fields) =>
        fields.Where(field => field.Value.IsKnown).ToDictionary(field => field.Name, field => field.Value);
}
