using System;
using System.Globalization;
using System.Linq;
using System.Text;
using static CrmAddon.Rules.Tests.Oracle.ConditionText;

namespace CrmAddon.Rules.Tests.Oracle;

/// <summary>Writes the oracle's programs in the language; nothing of the engine's parser or formatter is used.</summary>
internal static class ProgramText
{
    public static string Of(OracleProgram program)
    {
        var text = new StringBuilder($"language 1\nprogram \"Oracle\" in {program.Currency}\n");
        text.Append($"  rounding to the {(program.Digits == 2 ? "cent" : "minor unit")}, half {(program.HalfEven ? "even" : "up")}\n");
        if (program.FiscalMonth != 1)
            text.Append($"  fiscal year begins in {CultureInfo.InvariantCulture.DateTimeFormat.GetMonthName(program.FiscalMonth)}\n");
        text.Append("role ISV, Reseller, SI, MSP, Referral\n");
        text.AppendJoin("", program.Credits.Select(Credit));
        text.AppendJoin("", program.Commissions.Select(Commission));
        if (program.Churn is { } churn)
            text.Append($"churn when {ConditionText.Of(churn)}\n");
        text.AppendJoin("", program.Clawbacks.Select(Clawback));
        text.AppendJoin("", program.Tiers.Select(tier => $"tier {tier.Name}\n  when {ConditionText.Of(tier.When)}\n"));
        return text.ToString();
    }

    private static string Credit(CreditRule rule) => $"credit \"{rule.Name}\"\n"
        + (rule.ExceptionTo.Count > 0 ? $"  exception to {string.Join(", ", rule.ExceptionTo.Select(name => $"\"{name}\""))}\n" : "")
        + $"  for {(rule is { Deals: true, Usage: true } ? "deals and usage" : rule.Deals ? "deals" : "usage")}\n"
        + When("when", rule.When) + Effective(rule.Term)
        + (rule.Action switch
        {
            Shares shares => SharesOf(shares),
            AllTo all => $"  all to {all.Path}{(all.Role is null ? "" : " as " + all.Role)}\n"
                + (all.Kept > 0 ? $"  keep {Percent(all.Kept)}\n" : ""),
            _ => throw new NotSupportedException(),
        });

    private static string SharesOf(Shares shares) => "  shares\n"
        + string.Concat(shares.Roles.Select(share => $"    {share.Role} {Percent(share.Percent)}\n"))
        + (shares.Kept > 0 ? $"  keep {Percent(shares.Kept)} for the house\n" : "")
        + "  empty role: " + (shares.Vacant switch
        {
            Vacant.House => "left with the house",
            Vacant.Others => "share among the others",
            Vacant.Heir => "given to " + shares.Heir,
            _ => "refused",
        })
        + "\n  several in a role: " + (shares.Sharing switch
        {
            Sharing.Equally => "equally",
            Sharing.ByWeight => "by weight",
            Sharing.First => "to the first engaged",
            _ => "refused",
        })
        + (shares.MaySetOwn ? "\n  for each deal may set its own shares\n" : "\n");

    private static string Commission(CommissionRule rule) => $"commission \"{rule.Name}\"\n"
        + $"  for {(rule.Roles.Count == 0 ? "all roles" : string.Join(", ", rule.Roles))}\n"
        + $"  {Frequency(rule.Every)}, on {(rule.Credited ? "credited " : "")}{(rule.Every == Every.Deal ? "amount" : "usage")}, {Span(rule.Over)}\n"
        + When("when", rule.When) + When("while", rule.While) + Effective(rule.Term) + Rating(rule)
        + string.Concat(rule.Accelerators.Select(one => $"  accelerate by {Number(one.Factor)} when {ConditionText.Of(one.When)}\n"))
        + LimitOf(rule.Result, Result(rule.Over)) + LimitOf(rule.Customer, "customer") + LimitOf(rule.Partner, "partner")
        + LimitOf(rule.Program, "program")
        + (rule.Hold > 0 ? $"  hold {Percent(rule.Hold)} for 3 months\n" : "");

    private static string Rating(CommissionRule rule) => rule.Kind switch
    {
        Kind.Rate => $"  rate {Percent(rule.Rate)}\n",
        Kind.Amount => $"  amount {Number(rule.Rate)}\n",
        _ => $"  {(rule.Kind == Kind.Graduated ? "graduated" : "volume")}\n" + string.Concat(rule.Steps.Select(step =>
            $"    above {Number(step.Above)} {Percent(step.Percent)}{(step.Plus == 0 ? "" : " plus " + Number(step.Plus))}\n")),
    };

    private static string Clawback(ClawbackRule rule) => $"clawback \"{rule.Name}\"\n"
        + $"  of {string.Join(", ", rule.Of.Select(name => $"\"{name}\""))}\n  when customer churns"
        + (rule.WithinDays is { } days ? $" within {days} days of deal.won" : "")
        + $"\n  take back {Percent(rule.Percent)}\n";

    private static string When(string word, Test? test) => test is null ? "" : $"  {word} {ConditionText.Of(test)}\n";

    private static string Effective(Term term) =>
        (term.From is { } from ? $"  effective from {Day(from)}" : "") + (term.Until is { } until ? $" until {Day(until)}" : "")
        + (term.From is null ? "" : "\n");

    private static string LimitOf(Limit limit, string per) =>
        (limit.Most is { } most ? $"  at most {Number(most)} per {per}\n" : "")
        + (limit.Least is { } least ? $"  at least {Number(least)} per {per}\n" : "");

    private static string Day(DateTime day) => day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);

    private static string Frequency(Every every) => every switch
    {
        Every.Deal => "once when the deal is won",
        Every.Month => "every month",
        Every.Quarter => "every quarter",
        _ => "every year",
    };

    private static string Span(Over over) => over == Over.Across ? "across customers" : "per " + Result(over);

    private static string Result(Over over) => over switch
    {
        Over.Deal => "deal",
        Over.Product => "product",
        _ => "customer",
    };
}
