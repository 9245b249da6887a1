using CrmAddon.Rules.Money;

namespace CrmAddon.Rules.Evaluation;

/// <summary>What a customer's month measures for one partner under a rule across customers, which rates it together with others.</summary>
/// <param name="Rule">The rule.</param>
/// <param name="Used">The usage of the month.</param>
/// <param name="Share">The partner's place among those who are credited.</param>
/// <param name="Portion">The partner's part of the credit.</param>
internal readonly record struct UsageMeasure(CommissionRule Rule, decimal Used, int Share, Portion Portion)
{
    private Rational Credited => Portion.Part * Used;

    private Rational Measure => Rule.Credited ? Credited : Used;

    public Measured Line() => new(
        Rule.Name, Portion.PartnerKey, Portion.Role, Measure.Round(Carried.Digits, true), Credited.Round(Carried.Digits, true));

    public void Derive(Facts facts, string currency, Trace trace)
    {
        var since = trace.Here;
        Rule.When?.Explain(facts, 0, trace);
        Rule.While?.Explain(facts, 0, trace);
        trace.Measure(Rule, Used, Portion.Part, Measure);
        trace.MeasuredOnly(since, Rule, Portion, Measure, currency);
    }
}
