using CrmAddon.Rules.Evaluation;

namespace CrmAddon.Rules;

/// <summary>The steps of a credit decision.</summary>
internal static partial class Findings
{
    public static void CreditForOther(this Trace trace, CreditRule rule, bool deal) =>
        trace.Step(deal ? "credit.for-usage" : "credit.for-deals").Add("rule", rule.Name);

    public static void CreditNotInEffect(this Trace trace, CreditRule rule) =>
        trace.Step("credit.not-in-effect").Add("rule", rule.Name).Add("period", rule.Effective.ToString());

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

    public static void Credit(this Trace trace, CreditDecision decision, CreditResult credit, string currency)
    {
        var since = trace.Here;
        for (var i = 0; i < credit.Shares.Count; i++)
        {
            var share = credit.Shares[i];
            trace.Step(share.Role.Length > 0 ? "share" : "share.without-role")
                .Add("partner", decision.Split!.Portions[i].PartnerName).Add("key", share.PartnerKey).Add("role", share.Role)
                .Add("percent", share.Percent).Add("amount", share.Amount).Add("currency", currency).Add("reason", share.Reason);
        }
        if (credit.HousePercent != 0 || credit.HouseAmount != 0)
        {
            trace.Step("share.house")
                .Add("percent", credit.HousePercent).Add("amount", credit.HouseAmount).Add("currency", currency);
        }
        trace.Step(credit.Outcome == CreditOutcome.Credited ? "credit" : "credit.undecided", since)
            .Add("outcome", credit.Outcome.ToString()).Add("reason", credit.Reason);
    }
}
