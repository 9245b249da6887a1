using CrmAddon.Rules.Evaluation;

namespace CrmAddon.Rules;

/// <summary>The steps of a credit decision.</summary>
internal static partial class Findings
{
    public static void CreditForOther(this Trace trace, CreditRule rule, bool deal) =>
        trace.Step(deal ? "credit.for-usage" : "credit.for-deals").Add("rule", rule.Name);

    public static void CreditNotInEffect(this Trace trace, CreditRule rule) =>
        trace.Step("credit.not-in-effect").Add("rule", rule.Name).Add("period", rule.Period);

    public static void CreditFails(this Trace trace, int since, CreditRule rule) =>
        trace.Step("credit.fails", since).Add("rule", rule.Name);

    public static void CreditExcepted(this Trace trace, CreditRule rule, CreditRule exception) =>
        trace.Step("credit.excepted").Add("rule", rule.Name).Add("by", exception.Name);

    public static void CreditFits(this Trace trace, int since, CreditRule rule)
    {
        trace.Step(rule.Because is null ? "credit.fits" : "credit.fits-because", since).Add("rule", rule.Name);
        if (rule.Because is { } because)
            trace.Add("because", because);
    }

    public static void OwnSharesNotUsed(this Trace trace, CreditRule rule) =>
        trace.Step("own-shares.not-used").Add("rule", rule.Name);

    /// <summary>The credit: percents and amounts of the partners in their order, then the house's.</summary>
    public static void Credit(this Trace trace, string currency, CreditDecision decision, decimal[] percents, decimal[] amounts)
    {
        var since = trace.Here;
        var count = decision.Count;
        for (var i = 0; i < count; i++)
        {
            var portion = decision.Split![i];
            trace.Step(portion.Role.Length > 0 ? "share" : "share.without-role")
                .Add("partner", portion.PartnerName).Add("key", portion.PartnerKey).Add("role", portion.Role)
                .Add("percent", percents[i]).Add("amount", amounts[i]).Add("currency", currency)
                .Inner("reason", portion);
        }
        if (percents[count] != 0 || amounts[count] != 0)
            trace.Step("share.house").Add("percent", percents[count]).Add("amount", amounts[count]).Add("currency", currency);
        trace.Step(decision.Outcome == CreditOutcome.Credited ? "credit" : "credit.undecided", since)
            .Add("outcome", Word(decision.Outcome)).Inner("reason", decision);
    }

    private static string Word(CreditOutcome outcome) => outcome switch
    {
        CreditOutcome.Credited => nameof(CreditOutcome.Credited),
        CreditOutcome.House => nameof(CreditOutcome.House),
        CreditOutcome.Conflict => nameof(CreditOutcome.Conflict),
        _ => nameof(CreditOutcome.Refused),
    };
}
