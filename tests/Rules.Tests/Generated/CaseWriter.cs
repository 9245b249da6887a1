using System;
using System.Collections.Generic;
using System.Linq;
using CsCheck;

namespace CrmAddon.Rules.Tests.Generated;

/// <summary>Makes cases of a program's vocabulary: any value of any field, of the wrong type now and then, and any roster.</summary>
internal sealed class CaseWriter(Choices choices, RuleProgram program)
{
    private static readonly string[] Keys = ["p1", "p2", "p3", "P1", "größe"];

    /// <summary>Rows of choices for one case each.</summary>
    public static Gen<Choices> Rows { get; } = Choices.Up(200);

    public DealCase Deal() => new()
    {
        Key = "D-1",
        Name = choices.Of(null, "Data platform"),
        BusinessDate = Day(),
        Amount = choices.Once(8)
            ? choices.Of(DealCase.LargestAmount, -DealCase.LargestAmount, 0.0000000001m)
            : Math.Round(choices.Between(-1_000_000, 9_000_000) / 100m, Math.Min(2, program.MinorDigits)),
        IsWon = !choices.Once(3),
        Fields = Fields("deal", "customer", "marketplace"),
        Participants = Participants(),
        OwnShares = choices.Once(3) ? OwnShares() : null,
        OtherPartners = choices.Once(2) ? [] : [new PartnerFacts { Key = choices.Of(Keys), Fields = Fields("partner") }],
        Registration = choices.Once(2) ? null : Registration(),
    };

    public UsageCase Usage() => new()
    {
        CustomerKey = "C-1",
        Month = new Month(choices.Between(2025, 2027), choices.Between(1, 12)),
        Usage = History(),
        Products = Enumerable.Range(0, choices.Below(4)).ToDictionary(i => "product " + i, _ => Measure()),
        Booked = Booked(),
        Fields = Fields("customer"),
        Participants = Participants(),
    };

    public PartnerCase Partner()
    {
        var key = choices.Of(Keys);
        return new PartnerCase
        {
            PartnerKey = key,
            Month = new Month(choices.Between(2025, 2027), choices.Between(1, 12)),
            Fields = Fields("partner"),
            Customers = [.. Enumerable.Range(0, choices.Below(4)).Select(i => new PartnerCustomer
            {
                CustomerKey = "C-" + i,
                Usage = History(),
                Lines = [.. Lines(key).Select(line => new Measured(line.Rule, key, line.Role, line.Measure, line.Credited))],
                Booked = [.. Lines(key)],
            })],
        };
    }

    public ClawbackCase Clawback() => new()
    {
        CustomerKey = "C-1",
        Month = new Month(choices.Between(2025, 2027), choices.Between(1, 12)),
        DealKey = choices.Of(null, "D-1"),
        Fields = Fields("deal", "customer"),
        Entries = [.. Enumerable.Range(0, choices.Below(5)).Select(i => new ClawbackEntry(
            "entry " + i, Rule(), choices.Of(Keys), Role(), choices.Between(-100_000, 900_000) / 100m))],
    };

    public TierCase Tier() => new()
    {
        PartnerKey = choices.Of(Keys),
        Month = new Month(choices.Between(2025, 2027), choices.Between(1, 12)),
        Fields = Fields("partner"),
        Usage = History(),
        ActiveCustomers = Enumerable.Range(1, choices.Below(24)).ToDictionary(
            i => new Month(2024 + (i / 12), (i % 12) + 1),
            _ => (IReadOnlyCollection<string>)[.. choices.Some(0, "C-1", "C-2", "C-3")]),
    };

    public CapLine[] Entries() => [.. Enumerable.Range(0, choices.Below(6)).Select(i => new CapLine(
        "entry " + i, choices.Of(Keys), choices.Between(-100_000, 9_000_000) / 100m, choices.Below(9000), choices.Below(9000)))];

    /// <summary>The name of a commission, or of none.</summary>
    public string Rule() => choices.Of(["Fee 1", .. program.Bound.Commissions.Select(rule => rule.Name)]);

    private OwnShares OwnShares()
    {
        var half = choices.Of(50m, 100m, 33.3333333333m, 0m);
        return new OwnShares
        {
            Shares = [new OwnShare(choices.Of(Keys), Role(), half), new OwnShare(choices.Of(Keys), Role(), choices.Of(50m, 100m - half))],
            HousePercent = choices.Of(0m, 0m, 10m),
            Reason = choices.Of("Agreed", "", " "),
        };
    }

    private BookedLine[] Booked() => [.. Lines(choices.Of(Keys)), .. Lines(choices.Of(Keys))];

    // One line for each rule, role and product.
    private IEnumerable<BookedLine> Lines(string partner) => Enumerable.Range(0, choices.Below(4)).Select(_ => new BookedLine
    {
        Rule = Rule(),
        PartnerKey = partner,
        Role = Role(),
        Product = choices.Of("", "product 1", "product 9"),
        Measure = Measure(),
        Credited = choices.Below(10_000_000) / 10_000m,
        Uncapped = choices.Between(-1000, 100_000) / 100m,
        Amount = choices.Between(-1000, 100_000) / 100m,
    }).GroupBy(line => (line.Rule, line.Role)).Select(lines => lines.First());

    private string Role() => choices.Of([.. program.Roles, "Nobody's role"]);

    private decimal Measure() => choices.Once(9) ? choices.Of(0m, -500.25m, 1_000_000_000_000.0000000001m) : choices.Below(80_000_000) / 1000m;

    private UsageHistory History() => new(Enumerable.Range(0, choices.Below(30)).Select(_ => new KeyValuePair<Month, decimal>(
        new Month(choices.Between(2024, 2027), choices.Between(1, 12)),
        Measure())));

    private Participant[] Participants() => [.. Enumerable.Range(0, choices.Below(6)).Select(_ => new Participant
    {
        PartnerKey = choices.Of(Keys),
        PartnerName = choices.Of(null, "Nimbus"),
        Role = Role(),
        Weight = choices.Of(1, 0, 2.5m, 1_000_000),
        EngagedOn = choices.Once(4) ? default : Day(),
        Fields = Fields("partner"),
    })];

    private RegistrationFacts Registration() => new()
    {
        PartnerKey = choices.Of(Keys),
        Role = choices.Once(2) ? null : Role(),
        ProtectedFrom = choices.Once(4) ? null : choices.Of(DateTime.MinValue, Day()),
        ProtectedUntil = choices.Once(4) ? null : choices.Of(DateTime.MaxValue, Day()),
        Fields = Fields("registration"),
    };

    private Dictionary<string, FieldValue> Fields(params string[] owners) => program.Bound.Slots
        .Where(slot => owners.Contains(slot.Subject) && !choices.Once(4))
        .ToDictionary(slot => slot.Path, slot => Value(slot.Definition));

    private FieldValue Value(FieldDefinition field) => choices.Once(12)
        ? choices.Of(FieldValue.Missing, FieldValue.OfText("\u202Eunheard of"), FieldValue.OfNumber(decimal.MinValue), FieldValue.OfYesNo(true),
            FieldValue.OfDate(DateTime.MaxValue), FieldValue.OfPartner(""))
        : field.Type switch
        {
            FieldType.Money or FieldType.Number or FieldType.Percent => FieldValue.OfNumber(
                choices.Once(9) ? choices.Of(decimal.MaxValue, 0) : choices.Between(-10, 2000) / choices.Of(1m, 7m, 100m)),
            FieldType.Date => FieldValue.OfDate(choices.Once(9) ? DateTime.MinValue : Day()),
            FieldType.Text => FieldValue.OfText(choices.Of("DE", "FR", "EMEA", "", "D-1")),
            FieldType.YesNo => FieldValue.OfYesNo(choices.Once(2)),
            FieldType.Choice => FieldValue.OfChoice(field.Choices.Count == 0 ? "any" : choices.Of([.. field.Choices])),
            _ => FieldValue.OfPartner(choices.Of(Keys)),
        };

    private DateTime Day() => new DateTime(2025, 1, 1).AddDays(choices.Below(900));
}
