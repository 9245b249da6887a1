using System.Collections.Generic;
using System.Linq;

namespace CrmAddon.Rules.Tests.Oracle;

/// <summary>Conditions that the checker accepts: what may be missing or unknown is tested first, or says what then.</summary>
internal sealed class ConditionMaker(Dice dice)
{
    private static readonly string[] Choices = ["direct", "co_sell", "resale", "managed_service"];

    private static readonly string[] Sources = ["direct", "marketing", "referral", "partner", "marketplace"];

    private static readonly string[] Tiers = ["registered", "silver", "gold", "platinum"];

    private static readonly string[] Signs = ["<", "<=", ">", ">="];

    public Test Deal(bool withPartner) => Any(() => dice.Between(0, withPartner ? 6 : 5) switch
    {
        0 or 1 => new Compares(new Field("deal.amount"), dice.Pick(Signs), new Literal(dice.Bound(0), false)),
        2 => Words("deal.motion", Choices),
        3 => Words("deal.source", Sources),
        4 => new IsKnown(new Field("deal.sourcing_partner"), dice.Chance(0.3)),
        5 => Customer(),
        _ => Words("partner.tier", Tiers),
    });

    public Test Customers() => Any(Customer);

    public Test Usage(bool withPartner, bool withCustomer) => Any(() => dice.Between(0, 9) switch
    {
        0 when withPartner => Words("partner.tier", Tiers),
        1 when withCustomer && withPartner => new IsActive(),
        2 when withCustomer => Customer(),
        3 => Known(Figure(false)),
        _ => Figures(false),
    });

    public Test Churn() => Any(() => dice.Chance(0.2) ? Words("customer.status", ["active", "suspended", "cancelled"]) : Figures(false));

    public Test Tier() => Any(() => dice.Chance(0.2) ? Known(Figure(true)) : Figures(true));

    private Test Any(System.Func<Test> one)
    {
        var all = Enumerable.Range(0, dice.Pick(1, 1, 1, 2)).Select(_ => All(one)).ToList();
        var any = all.Count == 1 ? all[0] : new AnyOf(all);
        return dice.Chance(0.1) ? new Not(any) : any;
    }

    private Test All(System.Func<Test> one)
    {
        var tests = Enumerable.Range(0, dice.Pick(1, 1, 2)).Select(_ => one()).ToList();
        return tests.Count == 1 ? tests[0] : new AllOf(tests);
    }

    private Test Customer() => dice.Between(0, 2) switch
    {
        0 => new AllOf([new IsKnown(new Field("customer.employees"), false),
            new Compares(new Field("customer.employees"), dice.Pick(Signs), new Literal(dice.Pick(5m, 50m, 51m), false))]),
        1 => new AnyOf([new IsKnown(new Field("customer.country"), true), new IsOneOf("customer.country", ["\"DE\""], dice.Chance(0.5))]),
        _ => new IsKnown(new Field("customer.employees"), dice.Chance(0.5)),
    };

    private IsOneOf Words(string field, IReadOnlyList<string> words) => new(field, dice.Some(words, 1, 2), dice.Chance(0.3));

    private AllOf Known(Figure figure) => new AllOf([new IsKnown(figure, false), Compare(figure)]);

    // Whatever may be unknown says what then, before or after it runs over months.
    private Test Figures(bool withRetention)
    {
        Test test = Compare(Figure(withRetention));
        if (dice.Chance(0.3))
            test = new AllOf([test, Compare(Figure(withRetention))]);
        if (withRetention || dice.Chance(0.7))
            return new IfUnknown(test, dice.Chance(0.4));
        var months = dice.Between(2, 3);
        return dice.Chance(0.5)
            ? new IfUnknown(new Running(test, months), dice.Chance(0.4))
            : new Running(new IfUnknown(test, dice.Chance(0.4)), months);
    }

    private Figure Figure(bool withRetention) => new(
        dice.Pick<FigureKind>(withRetention ? [FigureKind.UsageOver, FigureKind.GrowthOver, FigureKind.RetentionOver, FigureKind.RetentionOver]
            : [FigureKind.UsageOver, FigureKind.AverageOver, FigureKind.GrowthOver]), dice.Between(1, 4));

    private Compares Compare(Figure figure) => figure.What is FigureKind.GrowthOver or FigureKind.RetentionOver
        ? new Compares(figure, dice.Pick(Signs), new Literal(dice.Pick(0m, 15m, 50m, 100m, 66.6667m), true))
        : dice.Chance(0.3)
            ? new Compares(new Figure(FigureKind.Usage, 0), dice.Pick(Signs), new Part(dice.Pick(5m, 50m, 100m, 120m), figure))
            : new Compares(figure, dice.Pick(Signs), new Literal(dice.Bound(0), false));
}
