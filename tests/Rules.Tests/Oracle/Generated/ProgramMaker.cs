using System;
using System.Collections.Generic;
using System.Linq;

namespace CrmAddon.Rules.Tests.Oracle;

/// <summary>Programs of every rule kind.</summary>
internal sealed class ProgramMaker(Dice dice, Month first)
{
    public static readonly string[] Roles = ["ISV", "Reseller", "SI", "MSP", "Referral"];

    private readonly ConditionMaker conditions = new(dice);

    private readonly int fiscalMonth = dice.Chance(0.6) ? 1 : dice.Between(2, 12);

    private int digits;

    public OracleProgram Make()
    {
        var (currency, minor) = dice.Pick(("USD", 2), ("USD", 2), ("JPY", 0), ("KWD", 3));
        digits = minor;
        var commissions = Enumerable.Range(0, dice.Between(0, 4)).SelectMany(i => Commission("C" + i)).ToList();
        return new OracleProgram(
            currency, digits, dice.Chance(0.7), fiscalMonth, Credits(), commissions, dice.Chance(0.4) ? conditions.Churn() : null,
            Clawbacks(commissions), [.. dice.Some<string>(["Silver", "Gold", "Platinum"], 0, 3).Select(name => new TierRule(name, conditions.Tier()))]);
    }

    private List<CreditRule> Credits()
    {
        var rules = new List<CreditRule> { new("Base", [], true, true, dice.Chance(0.2) ? conditions.Customers() : null, Term.Always, ByRole()) };
        for (var i = dice.Between(0, 3); i > 0; i--)
        {
            var (deals, usage) = dice.Pick((true, false), (true, false), (false, true), (false, true), (true, true));
            var others = rules.Where(rule => (rule.Deals && deals) || (rule.Usage && usage)).Select(rule => rule.Name).ToList();
            var exceptions = dice.Chance(0.7) ? others : dice.Some(others, 1, 2);
            var when = deals && usage ? conditions.Customers() : deals ? conditions.Deal(false) : conditions.Usage(false, true);
            CreditAction action = ByRole();
            if (deals && !usage && dice.Chance(0.4))
            {
                var registered = dice.Chance(0.5);
                action = new AllTo(
                    registered ? "registration.partner" : "deal.sourcing_partner", dice.Chance(0.5) ? dice.Pick(Roles) : null,
                    dice.Pick(0, 0, 10m, 33.33m));
                Test known = registered ? new IsProtected() : new IsKnown(new Field("deal.sourcing_partner"), false);
                when = dice.Chance(0.5) ? known : new AllOf([known, when]);
            }
            rules.Add(new CreditRule("E" + rules.Count, exceptions, deals, usage, when, CreditTerm(), action));
        }
        return rules;
    }

    private Term CreditTerm() => dice.Chance(0.8) ? Term.Always
        : new Term(first.AddMonths(dice.Between(-2, 3)).FirstDay, dice.Chance(0.5) ? first.AddMonths(dice.Between(4, 6)).LastDay : null);

    private Shares ByRole()
    {
        var roles = dice.Some(Roles, 1, 4);
        var percents = dice.Percents(roles.Count, dice.Chance(0.6) ? 100 : dice.Between(5, 99));
        return new Shares(
            [.. roles.Zip(percents)], dice.Pick(Vacant.House, Vacant.Others, Vacant.Others, Vacant.Heir, Vacant.Refused), dice.Pick(roles),
            dice.Pick(Sharing.Equally, Sharing.ByWeight, Sharing.ByWeight, Sharing.First, Sharing.Refused), dice.Chance(0.3));
    }

    private IEnumerable<CommissionRule> Commission(string name)
    {
        var every = dice.Pick(Every.Deal, Every.Month, Every.Month, Every.Quarter, Every.Quarter, Every.Year);
        var over = every == Every.Deal ? Over.Deal : dice.Pick(Over.Customer, Over.Customer, Over.Product, Over.Across);
        var rule = Terms(name, every, over);
        if (dice.Chance(0.8))
            return [rule];
        // Versions of what is measured or limited by the month turn with a window; of a deal's alone, on any day.
        var next = Terms(name, every, over);
        var ofMonths = every != Every.Deal || rule.Partner.Exists || rule.Program.Exists || next.Partner.Exists || next.Program.Exists;
        var turn = ofMonths ? SlowRating.Window(rule, fiscalMonth, first.AddMonths(dice.Between(1, 5))).FirstDay : dice.Day(first.FirstDay.AddDays(60), 40);
        var begin = SlowRating.Window(rule, fiscalMonth, Month.Of(turn).AddMonths(-24)).FirstDay;
        return [rule with { Term = new Term(begin, turn.AddDays(-1)) }, next with { Term = new Term(turn, null) }];
    }

    private CommissionRule Terms(string name, Every every, Over over)
    {
        Test Condition(bool accelerator) => every == Every.Deal ? conditions.Deal(true)
            : over == Over.Across && accelerator ? conditions.Usage(dice.Chance(0.2), false)
            : conditions.Usage(true, true);
        var rate = dice.Rate();
        var kind = dice.Pick(Kind.Rate, Kind.Amount, Kind.Graduated, Kind.Graduated, Kind.Volume);
        return new CommissionRule(
            name, dice.Chance(0.4) ? [] : dice.Some(Roles, 1, 3), every, dice.Chance(0.5), over,
            dice.Chance(0.25) ? Condition(false) : null, every != Every.Deal && dice.Chance(0.25) ? Condition(false) : null, Term.Always,
            kind, kind == Kind.Amount ? dice.Bound(digits) : rate, kind is Kind.Graduated or Kind.Volume ? Steps() : [],
            [.. Enumerable.Range(0, dice.Pick(0, 0, 1, 2)).Select(_ => new Accelerator(dice.Between(1, 400) / 100m, AcceleratorTest(over, Condition)))],
            over == Over.Across ? Limit.None : LimitOf(0.35), over == Over.Product ? LimitOf(0.4) : Limit.None,
            LimitOf(0.25), LimitOf(0.2), dice.Chance(0.3) ? dice.Pick(10m, 20m, 50m, 33.33m, 100m, 0.01m) : 0);
    }

    // A condition across customers reads the partner's total alone.
    private Test AcceleratorTest(Over over, Func<bool, Test> condition)
    {
        var test = condition(true);
        return over == Over.Across && Reads(test) ? conditions.Usage(false, false) : test;
    }

    private static bool Reads(Test test) => ConditionText.Of(test).Contains("customer", StringComparison.Ordinal);

    private List<Step> Steps()
    {
        var above = dice.Chance(0.7) ? 0 : dice.Bound(digits);
        var steps = new List<Step>();
        for (var i = dice.Between(1, 4); i > 0; i--)
        {
            var percent = dice.Rate();
            steps.Add(new Step(above, dice.Chance(0.1) ? 0 : percent, dice.Chance(0.25) ? dice.Bound(digits) : 0));
            above += dice.Bound(digits);
        }
        return steps;
    }

    private Limit LimitOf(double chance)
    {
        decimal? most = dice.Chance(chance) ? dice.Bound(digits) : null;
        decimal? least = dice.Chance(chance / 2) ? dice.Bound(digits) : null;
        return most < least ? new Limit(least, most) : new Limit(most, least);
    }

    private List<ClawbackRule> Clawbacks(List<CommissionRule> commissions)
    {
        var rules = new List<ClawbackRule>();
        foreach (var group in commissions.DistinctBy(rule => rule.Name).GroupBy(rule => rule.Every == Every.Deal))
        {
            for (var i = dice.Pick(0, 1, 1, 2); i > 0; i--)
            {
                rules.Add(new ClawbackRule(
                    "T" + rules.Count, dice.Some([.. group.Select(rule => rule.Name)], 1, 2),
                    group.Key && dice.Chance(0.6) ? dice.Pick(30, 60, 90) : null, dice.Chance(0.5) ? 100 : dice.Rate()));
            }
        }
        return rules;
    }
}
