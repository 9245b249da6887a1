using System.Collections.Generic;
using System.Globalization;
using System.Linq;
using CrmAddon.Rules.Evaluation;
using CrmAddon.Rules.Money;

namespace CrmAddon.Rules;

/// <summary>The words of explanations, in one place. A name in braces is a value of the step; {name:money} groups its digits.</summary>
internal static class Sentences
{
    public static IReadOnlyDictionary<string, string> ByKind { get; } = new Dictionary<string, string>
    {
        ["deal"] = "The deal {deal} of {amount:money} {currency} is judged as of {date} by the program \"{program}\".",
        ["usage"] = "{customer} used {usage:money} {currency} in {month}, judged by the program \"{program}\".",
        ["customer.active"] = "The customer is active: the churn rule does not hold.",
        ["customer.churned"] = "The customer has churned: the churn rule holds.",
        ["customer.active-by-status"] = "The customer is active: the program has no churn rule and the customer's status is {status}.",
        ["customer.churned-by-status"] = "The customer is not active: the program has no churn rule and the customer's status is {status}.",
        ["if-unknown"] = "The rule says that this, being unknown, counts as {answer}.",
        ["in-month"] = "In {month}:",
        ["credit.for-usage"] = "The credit rule \"{rule}\" does not apply: it is for usage, not for deals.",
        ["credit.for-deals"] = "The credit rule \"{rule}\" does not apply: it is for deals, not for usage.",
        ["credit.not-in-effect"] = "The credit rule \"{rule}\" does not apply: it is in effect {period}.",
        ["credit.fails"] = "The credit rule \"{rule}\" does not apply because of this:",
        ["credit.excepted"] = "The credit rule \"{rule}\" does not apply: \"{by}\" is an exception to it and applies.",
        ["credit.fits"] = "The credit rule \"{rule}\" applies.",
        ["credit.fits-because"] = "The credit rule \"{rule}\" applies: {because}",
        ["credit"] = "So the credit is:",
        ["credit.undecided"] = "{reason}",
        ["share"] = "{partner} as {role} is credited {percent:number}%, which is {amount:money} {currency}: {reason}",
        ["share.without-role"] = "{partner} is credited {percent:number}%, which is {amount:money} {currency}: {reason}",
        ["share.house"] = "The house keeps {percent:number}%, which is {amount:money} {currency}.",
        ["commission"] = "The commission \"{rule}\" earns {partner} as {role} {amount:money} {currency}.",
        ["commission.not-won"] = "The commission \"{rule}\" earns nothing yet: it is paid once when the deal is won.",
        ["commission.not-in-effect"] = "The commission \"{rule}\" earns nothing: it is in effect {period}.",
        ["commission.without-role"] = "The commission \"{rule}\" earns nothing: nobody who is credited has the role {roles}.",
        ["commission.without-credit"] = "The commission \"{rule}\" earns nothing: nobody is credited.",
        ["commission.fails"] = "The commission \"{rule}\" earns {partner} nothing because of this:",
        ["commission.stopped"] = "The commission \"{rule}\" has stopped for {partner} because of this:",
        ["measure.amount"] = "Measured on the whole amount, {whole:money}.",
        ["measure.credited-amount"] = "Measured on the credited amount: {percent:number}% of {whole:money}, in whole minor units {measure:money}.",
        ["measure.usage"] = "Measured on the whole usage, {whole:money}.",
        ["measure.credited-usage"] = "Measured on the credited usage: {percent:number}% of {whole:money} is {measure:money}.",
        ["rate"] = "At {percent:number}% this earns {earned:money}.",
        ["fixed"] = "The fixed amount is {amount:money}.",
        ["fixed.not-reached"] = "The fixed amount of {amount:money} is earned only when there is something to measure.",
        ["slice"] = "From {from:money} to {to:money}: {part:money} at {percent:number}% earns {earned:money}.",
        ["slice.plus"] = "From {from:money} to {to:money}: {part:money} at {percent:number}% plus {plus:money} earns {earned:money}.",
        ["slice.last"] = "Above {from:money}: {part:money} at {percent:number}% earns {earned:money}.",
        ["slice.last.plus"] = "Above {from:money}: {part:money} at {percent:number}% plus {plus:money} earns {earned:money}.",
        ["volume"] = "Being above {above:money}, all of it at {percent:number}% earns {earned:money}.",
        ["volume.plus"] = "Being above {above:money}, all of it at {percent:number}% plus {plus:money} earns {earned:money}.",
        ["below-steps"] = "It is not above {above:money}, where the first step begins, and earns nothing.",
        ["accelerated"] = "Multiplied by {factor:number} this is {earned:money}, because of this:",
        ["not-accelerated"] = "Not multiplied by {factor:number}, because of this:",
        ["cap"] = "That is more than the cap: {earned:money} becomes {most:money}.",
        ["floor"] = "That is less than the floor: {earned:money} becomes {least:money}.",
        ["share-taken"] = "The partner's share of {percent:number}% of it is {earned:money}.",
        ["rounding.none"] = "No rounding was needed.",
        ["rounding.half-even"] = "Rounded half even to {amount:money}; the remainder is {remainder:money}.",
        ["rounding.half-up"] = "Rounded half up to {amount:money}; the remainder is {remainder:money}.",
        ["hold"] = "{percent:number}% of it, {held:money}, is held for {months} months; {payable:money} is payable.",
        ["partner-cap"] = "All entries of this rule together pay the partner at most {amount:money} in a month.",
        ["partner-floor"] = "All entries of this rule together pay the partner at least {amount:money} in a month with any.",
        ["caps"] = "Limits per partner of the commission \"{rule}\" in {month}:",
        ["caps.none"] = "No partner is beyond the limits of the commission \"{rule}\" in {month}.",
        ["caps.taken"] = "{partner} earned {total:money}; {change:money} above the cap is taken from the entries in proportion.",
        ["caps.added"] = "{partner} earned {total:money}; {change:money} up to the floor is added to the entries in proportion.",
    };

    public static string Credit(CreditDecision decision) => decision.Outcome switch
    {
        CreditOutcome.House => "No credit rule applies, so the house keeps all.",
        CreditOutcome.Conflict =>
            string.Join(" and ", decision.Left.Select(rule => "\"" + rule.Name + "\""))
            + " apply and would credit differently; a person has to decide.",
        CreditOutcome.Refused => $"\"{decision.Rule!.Name}\" applies but refuses: {decision.Split!.Refusal} A person has to decide.",
        _ when decision.Rule!.Because is { } because => $"\"{decision.Rule.Name}\" applies: {because}",
        _ => $"\"{decision.Rule!.Name}\" applies.",
    };

    public static string NobodyInRole(string role) => $"nobody has the role {role}.";

    public static string SeveralInRole(string role, int count) =>
        $"{count.ToString(CultureInfo.InvariantCulture)} partners have the role {role}.";

    public static string NoPartner(string field) => $"{field} is missing.";

    public static string AllTo(string field) => $"all goes to {field}.";

    public static string ShareOfRole(string role, decimal own, Rational part, int partners, Syntax.SeveralInRole several)
    {
        var share = NumberText.Percent(own) + " for " + role;
        if (part != own)
            share += $" and what empty roles leave to it, together {(part * 100).ToText(4)}%";
        if (partners == 1)
            return share + ".";
        var count = partners.ToString(CultureInfo.InvariantCulture);
        return share + several switch
        {
            Syntax.SeveralInRole.ByWeight => $", divided by weight among {count} partners.",
            Syntax.SeveralInRole.ToTheFirstEngaged => $", given to the first engaged of {count} partners.",
            _ => $", divided equally among {count} partners.",
        };
    }

    /// <summary>A test with the values that it read.</summary>
    public static string Test(IReadOnlyDictionary<string, string> values)
    {
        var read = string.Join(", ",
            values.Where(value => value.Key is not ("text" or "holds")).Select(value => value.Key + " is " + value.Value));
        values.TryGetValue("text", out var text);
        values.TryGetValue("holds", out var holds);
        return $"'{text}' {(holds == "yes" ? "holds" : holds == "no" ? "does not hold" : "is unknown")}{(read.Length > 0 ? ": " + read : "")}.";
    }
}
