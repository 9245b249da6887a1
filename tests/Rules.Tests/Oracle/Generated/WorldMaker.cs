using System;
using System.Collections.Generic;
using System.Linq;

namespace CrmAddon.Rules.Tests.Oracle;

/// <summary>Deals, customers and partners that like ties, negatives, zero, ten decimals and huge amounts.</summary>
internal sealed class WorldMaker(Dice dice, Month first, OracleProgram program)
{
    private static readonly string[] Partners = ["p1", "p2", "p3", "p4", "P5"];

    private static readonly string[] Products = ["", "storage", "compute", "Zeta"];

    public World Make()
    {
        var months = program.Commissions.Any(rule => rule.Every == Every.Year) && dice.Chance(0.3) ? 14 : dice.Between(1, 5);
        return new World(
            [.. Enumerable.Range(0, dice.Between(0, 4)).Select(i => Deal("d" + i))],
            [.. Enumerable.Range(0, dice.Pick(0, 1, 1, 2, 3)).Select(i => Customer("c" + i, months))],
            first, months, Partners.ToDictionary(key => key, _ => dice.Pick(null, "registered", "silver", "gold", "platinum")),
            first.AddMonths(dice.Between(2, 5)));
    }

    private Deal Deal(string key)
    {
        var roster = Roster();
        var amount = dice.Amount();
        var day = dice.Day(first.FirstDay.AddDays(30), 40);
        return new Deal(
            key, dice.Chance(0.8) ? decimal.Round(amount, program.Digits) : amount, dice.Chance(0.8), day,
            dice.Pick(null, "direct", "co_sell", "resale", "managed_service"), dice.Pick(null, "direct", "marketing", "referral", "partner"),
            dice.Chance(0.5) ? dice.Pick(Partners) : null, dice.Pick<decimal?>(null, 5, 50, 51), dice.Pick(null, "\"DE\"", "\"FR\""),
            dice.Chance(0.4)
                ? new Registration(dice.Pick(Partners), dice.Chance(0.5) ? dice.Pick(ProgramMaker.Roles) : null, dice.Day(day, 5), dice.Day(day.AddDays(3), 5))
                : null,
            roster, dice.Chance(0.3) ? Own(roster) : null);
    }

    private List<Place> Roster()
    {
        var places = new List<Place>();
        for (var i = dice.Between(0, 6); i > 0; i--)
        {
            var place = new Place(
                dice.Pick(Partners), dice.Pick(ProgramMaker.Roles), dice.Pick(0m, 1, 1, 2, 7, 0.33m, 0.66m, 3),
                new DateTime(2025, 1, 1).AddDays(dice.Between(0, 3)));
            if (!places.Any(other => other.Partner == place.Partner && other.Role == place.Role))
                places.Add(place);
        }
        return places;
    }

    // Right ones, and some that don't add up, name a stranger, or give no reason.
    private Override? Own(List<Place> roster)
    {
        if (roster.Count == 0)
            return null;
        var places = dice.Some(roster, 1, 3);
        var house = dice.Chance(0.5) ? 0 : dice.Between(1, 60);
        var percents = dice.Percents(places.Count, 100 - house);
        if (dice.Chance(0.1))
            percents[0] += 0.01m;
        var shares = places.Zip(percents, (place, percent) => (place.Partner, place.Role, percent)).ToList();
        if (dice.Chance(0.1))
            shares[0] = shares[0] with { Partner = "stranger" };
        return new Override(shares, house, dice.Chance(0.1) ? " " : "Agreed with the customer.");
    }

    private Customer Customer(string key, int months)
    {
        var history = dice.Between(0, 7);
        var roster = Roster();
        var all = new Dictionary<Month, UsedMonth>();
        for (var i = -history; i < months; i++)
        {
            if (dice.Chance(0.25))
                roster = Roster();
            all.Add(first.AddMonths(i), new UsedMonth(Usage(), roster, dice.Pick("active", "active", "active", "suspended", "cancelled")));
        }
        return new Customer(key, dice.Pick<decimal?>(null, 5, 50, 51), dice.Pick(null, "\"DE\"", "\"FR\""), all);
    }

    private List<(string Product, decimal Amount)> Usage() =>
        [.. dice.Some(Products, 0, 3).Select(product => (product, dice.Amount()))];
}
