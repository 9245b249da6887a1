using System.Collections.Generic;
using System.Globalization;
using System.Linq;
using CrmAddon.Rules.Evaluation;
using CrmAddon.Rules.Money;

namespace CrmAddon.Rules;

/// <summary>Makes the steps of derivations. Their kinds and values are what <see cref="Sentences"/> has words for.</summary>
internal static class Findings
{
    public static Finding Deal(BoundProgram program, DealCase deal, IReadOnlyList<Finding> steps) => Of(
        "deal", steps,
        ("deal", deal.Name ?? deal.Key), ("amount", Text(deal.Amount)), ("currency", program.Currency), ("date", Day(deal.BusinessDate)),
        ("program", program.Name), ("version", program.Hash));

    public static Finding Usage(BoundProgram program, UsageCase usage, decimal used, bool active, IReadOnlyList<Finding> steps) => Of(
        "usage", steps,
        ("customer", usage.CustomerName ?? usage.CustomerKey), ("usage", Text(used)), ("currency", program.Currency),
        ("month", usage.Month.ToString()), ("active", active ? "yes" : "no"), ("program", program.Name), ("version", program.Hash));

    public static Finding Activity(bool active, string? status, IReadOnlyList<Finding> tests) => status is null
        ? Of(active ? "customer.active" : "customer.churned", tests)
        : Of(active ? "customer.active-by-status" : "customer.churned-by-status", tests, ("status", status));

    public static Finding Test(string text, Truth truth, IEnumerable<(string Name, string Value)> values) => Of(
        "test", [], [("text", text), ("holds", truth switch { Truth.Yes => "yes", Truth.No => "no", _ => "unknown" }), .. values]);

    public static Finding IfUnknown(bool yes) => Of("if-unknown", [], ("answer", yes ? "yes" : "no"));

    public static Finding InMonth(Month judged, int back, IReadOnlyList<Finding> tests) =>
        Of("in-month", tests, ("month", judged.MonthsSince(default) >= back ? judged.AddMonths(-back).ToString() : "0001-01"));

    public static Finding CreditForOther(CreditRule rule, bool deal) => Of(
        deal ? "credit.for-usage" : "credit.for-deals", [], ("rule", rule.Name));

    public static Finding CreditNotInEffect(CreditRule rule) => Of(
        "credit.not-in-effect", [], ("rule", rule.Name), ("period", rule.Effective.ToString()));

    public static Finding CreditFails(CreditRule rule, IReadOnlyList<Finding> tests) => Of("credit.fails", tests, ("rule", rule.Name));

    public static Finding CreditExcepted(CreditRule rule, CreditRule exception) => Of(
        "credit.excepted", [], ("rule", rule.Name), ("by", exception.Name));

    public static Finding CreditFits(CreditRule rule, IReadOnlyList<Finding> tests) => rule.Because is { } because
        ? Of("credit.fits-because", tests, ("rule", rule.Name), ("because", because))
        : Of("credit.fits", tests, ("rule", rule.Name));

    public static Finding Credit(CreditDecision decision, CreditResult credit, string currency)
    {
        var parts = credit.Shares.Select((share, i) => Of(
            share.Role.Length > 0 ? "share" : "share.without-role", [],
            ("partner", decision.Split!.Portions[i].PartnerName), ("key", share.PartnerKey), ("role", share.Role),
            ("percent", Text(share.Percent)), ("amount", Text(share.Amount)), ("currency", currency), ("reason", share.Reason)));
        var house = Of(
            "share.house", [], ("percent", Text(credit.HousePercent)), ("amount", Text(credit.HouseAmount)), ("currency", currency));
        return Of(
            credit.Outcome == CreditOutcome.Credited ? "credit" : "credit.undecided",
            credit.HousePercent == 0 && credit.HouseAmount == 0 ? [.. parts] : [.. parts, house],
            ("outcome", credit.Outcome.ToString()), ("reason", credit.Reason));
    }

    public static Finding CommissionNotWon(CommissionRule rule) => Of("commission.not-won", [], ("rule", rule.Name));

    public static Finding CommissionNotInEffect(CommissionRule rule) => Of(
        "commission.not-in-effect", [], ("rule", rule.Name), ("period", rule.Effective.ToString()));

    public static Finding CommissionWithoutRole(CommissionRule rule) => Of(
        rule.Roles is null ? "commission.without-credit" : "commission.without-role", [],
        ("rule", rule.Name), ("roles", rule.Roles is null ? "" : string.Join(", ", rule.Roles)));

    public static Finding CommissionFails(CommissionRule rule, Portion portion, bool stopped, IReadOnlyList<Finding> tests) => Of(
        stopped ? "commission.stopped" : "commission.fails", tests, ("rule", rule.Name), ("partner", portion.PartnerName));

    public static Finding Earning(
        CommissionRule rule, Portion portion, decimal amount, string currency, IReadOnlyList<Finding> steps) => Of(
        "commission", steps,
        ("rule", rule.Name), ("partner", portion.PartnerName), ("key", portion.PartnerKey), ("role", portion.Role),
        ("amount", Text(amount)), ("currency", currency));

    public static Finding Measure(CommissionRule rule, Rational whole, Rational part, Rational measure) => Of(
        "measure." + (rule.Credited ? "credited-" : "") + (rule.OnDeals ? "amount" : "usage"), [],
        ("whole", Text(whole)), ("percent", Percent(part)), ("measure", Text(measure)));

    public static Finding Rate(decimal rate, Rational earned) => Of("rate", [], ("percent", Percent(rate)), ("earned", Text(earned)));

    public static Finding FixedAmount(decimal amount, bool reached) =>
        Of(reached ? "fixed" : "fixed.not-reached", [], ("amount", Text(amount)));

    public static Finding Slice(Step step, decimal? next, Rational part, Rational earned) => Of(
        (next is null ? "slice.last" : "slice") + (step.Plus == 0 ? "" : ".plus"), [],
        ("from", Text(step.Above)), ("to", next is { } bound ? Text(bound) : ""), ("part", Text(part)), ("percent", Percent(step.Rate)),
        ("plus", Text(step.Plus)), ("earned", Text(earned)));

    public static Finding VolumeStep(Step step, Rational earned) => Of(
        step.Plus == 0 ? "volume" : "volume.plus", [],
        ("above", Text(step.Above)), ("percent", Percent(step.Rate)), ("plus", Text(step.Plus)), ("earned", Text(earned)));

    public static Finding BelowSteps(Step first) => Of("below-steps", [], ("above", Text(first.Above)));

    public static Finding Accelerator(Accelerator accelerator, bool applies, Rational earned, Facts facts)
    {
        var tests = new List<Finding>();
        accelerator.When.Explain(facts, 0, tests);
        return Of(
            applies ? "accelerated" : "not-accelerated", tests, ("factor", Text(accelerator.Factor)), ("earned", Text(earned)));
    }

    public static Finding Cap(decimal most, Rational earned) => Of("cap", [], ("most", Text(most)), ("earned", Text(earned)));

    public static Finding Floor(decimal least, Rational earned) => Of("floor", [], ("least", Text(least)), ("earned", Text(earned)));

    public static Finding ShareTaken(Rational part, Rational earned) => Of(
        "share-taken", [], ("percent", Percent(part)), ("earned", Text(earned)));

    public static Finding Rounding(Rounding rounding, Rational earned, decimal amount)
    {
        var remainder = earned - amount;
        return Of(
            remainder.Sign == 0 ? "rounding.none" : rounding.HalfEven ? "rounding.half-even" : "rounding.half-up", [],
            ("exact", Text(earned)), ("amount", Text(amount)), ("remainder", Text(remainder)));
    }

    public static Finding Hold(Hold hold, decimal amount, decimal held) => Of(
        "hold", [],
        ("percent", Percent(hold.Rate)), ("held", Text(held)), ("payable", Text(amount - held)),
        ("months", hold.Months.ToString(CultureInfo.InvariantCulture)));

    public static Finding PartnerLimit(bool atMost, decimal amount) => Of(
        atMost ? "partner-cap" : "partner-floor", [], ("amount", Text(amount)));

    public static Finding Caps(string rule, Month month, CommissionRule? bound, IReadOnlyList<Finding> partners) => Of(
        partners.Count == 0 ? "caps.none" : "caps", partners,
        ("rule", rule), ("month", month.ToString()),
        ("most", bound?.AtMostPerPartner is { } most ? Text(most) : ""),
        ("least", bound?.AtLeastPerPartner is { } least ? Text(least) : ""));

    public static Finding PartnerCapped(string partner, decimal total, decimal change) => Of(
        change < 0 ? "caps.taken" : "caps.added", [],
        ("partner", partner), ("total", Text(total)), ("change", Text(System.Math.Abs(change))));

    private static Finding Of(string kind, IReadOnlyList<Finding> children, params (string Name, string Value)[] values)
    {
        var map = new Dictionary<string, string>(values.Length, System.StringComparer.Ordinal);
        foreach (var (name, value) in values)
            map[name] = value;
        return new Finding(kind, map, children);
    }

    // The same number gives the same text, however many zeros it ends with.
    private static string Text(decimal value) => NumberText.Shortest(value);

    // A fraction without an end is shown with ten decimals.
    private static string Text(Rational value) => value.ToText(10);

    private static string Percent(Rational part) => (part * 100).ToText(10);

    private static string Day(System.DateTime day) => day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
}
