using System.Globalization;
using System.Linq;
using CrmAddon.Rules.Evaluation;
using CrmAddon.Rules.Money;

namespace CrmAddon.Rules;

/// <summary>The reasons that rulings keep, in English.</summary>
internal static class Sentences
{
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
}
