using System;
using System.Collections.Generic;
using System.Linq;
using CrmAddon.Rules.Diagnostics;
using CrmAddon.Rules.Evaluation;
using CrmAddon.Rules.Syntax;

namespace CrmAddon.Rules.Checking.Examples;

/// <summary>The cases that the collected facts of an example make.</summary>
internal sealed partial class ExampleCase
{
    private (string, BookedLine) Line(GivenBooked given)
    {
        var rule = program.Commissions.FirstOrDefault(known => known.Name == given.Rule.Text);
        var role = given.Role?.Text ?? partners.FirstOrDefault(known => known.Syntax.Name.Text == given.Partner.Text).Syntax?.Role.Text;
        var customer = given.Customer?.Text ?? customers[0].Key;
        if (rule is null)
            Report(Problems.UnknownRule(given.Rule.Range, "commission", given.Rule.Text,
                context.Bag.Nearest(given.Rule.Text, program.Commissions.Select(known => known.Name))));
        else if (rule.WindowMonths == 1)
            Report(Problems.ExampleWrong(given.Range, $"\"{rule.Name}\" is not paid by quarter or year, so nothing of it is booked before"));
        if (role is null)
            Report(Problems.ExampleWrong(given.Partner.Range, $"{given.Partner.Text} is no partner of this example", "add 'as' and a role"));
        if (customers.All(known => known.Key != customer))
            Report(Problems.ExampleWrong(given.Customer!.Range, $"the example has no customer {customer}"));
        return (customer, new BookedLine
        {
            Rule = given.Rule.Text,
            PartnerKey = given.Partner.Text,
            Role = role ?? "",
            Product = given.Product?.Text ?? "",
            Measure = given.Measure,
            Credited = given.Credited ?? given.Measure,
            Uncapped = given.Amount,
            Amount = given.Amount,
        });
    }

    private OwnShares Shares(GivenOwnShares given) => new()
    {
        Shares = [.. given.Shares.Where(share => share.Partner.Text != "house").Select(share =>
            new OwnShare(share.Partner.Text, share.Role?.Text ?? RoleOf(share.Partner), share.Rate * 100))],
        HousePercent = given.Shares.Where(share => share.Partner.Text == "house").Sum(share => share.Rate) * 100,
        Reason = given.Reason.Text,
    };

    private string RoleOf(Named name)
    {
        string[] roles = [.. partners.Where(known => known.Syntax.Name.Text == name.Text).Select(known => known.Syntax.Role.Text).Distinct()];
        if (roles.Length > 1)
            Report(Problems.ExampleWrong(name.Range, $"{name.Text} has several roles here", "add 'as' and the role"));
        return roles.Length > 0 ? roles[0] : "";
    }

    private DealCase BuildDeal(string name, GivenDeal given, OwnShares? shares)
    {
        var date = given.On ?? DefaultDate();
        // A deal that is won on a day was won on that day.
        if (given.IsWon && !Customer.Fields.ContainsKey("deal.won"))
            Customer.Fields["deal.won"] = FieldValue.OfDate(date);
        return new DealCase
        {
            Key = name,
            Amount = amount,
            BusinessDate = date,
            IsWon = given.IsWon,
            Fields = Customer.Fields,
            Participants = Participants(null),
            OwnShares = shares,
            Registration = Registration(date),
        };
    }

    // One that protects does so on the day of the deal, unless its own dates are given.
    private RegistrationFacts? Registration(DateTime date)
    {
        var partnerKey = registration?.Partner.Text ?? (registered.TryGetValue("registration.partner", out var known) ? known.AsName : null);
        DateTime? Day(string path) => registered.TryGetValue(path, out var day)
            ? new DateTime((long)day.Quantity * TimeSpan.TicksPerDay)
            : registration is null ? null : date;

        return partnerKey is null ? null : new RegistrationFacts
        {
            PartnerKey = partnerKey,
            ProtectedFrom = Day("registration.protected_from"),
            ProtectedUntil = Day("registration.protected_until"),
            Fields = registered,
        };
    }

    private BuiltCustomer Build(CustomerFacts facts) => new(facts, Participants(facts.Key));

    private TierCase BuildPartner() => new()
    {
        PartnerKey = partner!.Name?.Text ?? "Partner",
        Month = month!.Month,
        Fields = partnerFields,
        Usage = Customer.History(),
        ActiveCustomers = Activity(),
    };

    private UsageFigures PartnerFigures(Month judged)
    {
        var figures = Customer.FiguresOf(Customer.History(), judged, true);
        figures.Retention = new Retention(Activity());
        return figures;
    }

    private Dictionary<Month, IReadOnlyCollection<string>> Activity() => active.GroupBy(one => one.Month)
        .ToDictionary(group => group.Key, group => (IReadOnlyCollection<string>)[.. group.Select(one => one.Customer.Text)]);

    private Participant[] Participants(string? customer) =>
    [
        .. partners.Where(given => given.Syntax.At is null || given.Syntax.At.Text == customer).Select(given => new Participant
        {
            PartnerKey = given.Syntax.Name.Text,
            Role = given.Syntax.Role.Text,
            Weight = given.Syntax.Weight ?? 1,
            EngagedOn = given.Syntax.Engaged ?? new DateTime(2000, 1, 1),
            Fields = given.Fields,
        }),
    ];

    // There is no clock: an example without a date is judged when the newest rule has come into effect.
    private DateTime DefaultDate() => program.Credits.Select(rule => rule.Effective.From)
        .Concat(program.Commissions.Select(rule => rule.Effective.From)).Max() ?? new DateTime(2026, 1, 1);
}
