using System;
using System.Collections.Generic;
using System.Globalization;
using System.Linq;
using System.Text;

namespace CrmAddon.Rules.Tests.Explaining;

/// <summary>Writes such programs in the language, and their cases as the engine takes them.</summary>
internal static class PlainText
{
    public static string Write(PlainProgram program, bool deal)
    {
        var text = new StringBuilder("language 1\nprogram \"Plain\" in USD\n  rounding to the cent, half ")
            .Append(program.HalfEven ? "even\n" : "up\n").Append("role ISV, Reseller, SI, MSP, Referral\n");
        text.Append("credit \"Base\" for deals and usage\n").Append(Shares(program.Base));
        if (program.Exception is { } exception)
        {
            text.Append("credit \"Exception\" exception to \"Base\" for deals\n  when deal.amount >= ").Append(Money(exception.FromCents));
            text.Append(exception.Shares is { } shares
                ? "\n" + Shares(shares)
                : " and deal.sourcing_partner is known\n  all to deal.sourcing_partner as Reseller\n");
        }
        foreach (var rule in program.Commissions)
            text.Append(Commission(rule, deal));
        return text.ToString();
    }

    public static DealCase Deal(PlainCase given) => new()
    {
        Key = "plain",
        Amount = given.Amount / 100m,
        BusinessDate = new DateTime(2026, 3, 1),
        IsWon = true,
        Participants = Partners(given),
        Fields = given.Sourcing is null
            ? new Dictionary<string, FieldValue>()
            : new Dictionary<string, FieldValue> { ["deal.sourcing_partner"] = FieldValue.OfPartner(given.Sourcing) },
    };

    public static UsageCase Usage(PlainCase given) => new()
    {
        CustomerKey = "plain",
        Month = new Month(2026, 3),
        Usage = new UsageHistory([new(new Month(2026, 3), given.Amount / 1_000_000m)]),
        Participants = Partners(given),
    };

    private static Participant[] Partners(PlainCase given) => [.. given.Partners.Select(partner => new Participant
    {
        PartnerKey = partner.Key,
        Role = partner.Role,
        Weight = partner.Weight / 10m,
        EngagedOn = new DateTime(2025, 1, 1).AddDays(partner.Engaged),
    })];

    private static string Shares(PlainCredit credit)
    {
        var text = "  shares\n" + string.Concat(credit.Shares.Select(share => $"    {share.Role} {Percent(share.Rate)}\n"));
        if (credit.Kept > 0)
            text += $"  keep {Percent(credit.Kept)} for the house\n";
        var empty = credit.Vacant switch
        {
            Vacant.House => "left with the house",
            Vacant.Others => "share among the others",
            Vacant.Heir => "given to " + credit.Shares[0].Role,
            _ => "refused",
        };
        var several = credit.Sharing switch
        {
            Sharing.Equally => "equally",
            Sharing.ByWeight => "by weight",
            Sharing.First => "to the first engaged",
            _ => "refused",
        };
        return text + $"  empty role: {empty}\n  several in a role: {several}\n";
    }

    private static string Commission(PlainCommission rule, bool deal)
    {
        var what = (rule.Credited ? "credited " : "") + (deal ? "amount" : "usage");
        var text = new StringBuilder(
            $"commission \"{rule.Name}\" for {string.Join(", ", rule.Roles)}\n  {(deal ? "once when the deal is won" : "every month")} on {what}\n");
        text.Append(rule.Kind switch
        {
            'r' => "  rate " + Percent(rule.Rate) + "\n",
            'a' => "  amount " + Money(rule.Rate) + "\n",
            'g' => "  graduated\n",
            _ => "  volume\n",
        });
        foreach (var step in rule.Kind is 'g' or 'v' ? rule.Steps : [])
            text.Append(
                $"    above {Money(step.AboveCents)} {Percent(step.Rate)}{(step.PlusCents > 0 ? " plus " + Money(step.PlusCents) : "")}\n");
        foreach (var (factor, above) in rule.Accelerators)
            text.Append($"  accelerate by {Money(factor)} when {(deal ? "deal.amount" : "usage")} > {Money(above)}\n");
        var per = deal ? "deal" : "customer";
        if (rule.MostCents is { } most)
            text.Append($"  at most {Money(most)} per {per}\n");
        if (rule.LeastCents is { } least)
            text.Append($"  at least {Money(least)} per {per}\n");
        if (rule.HoldRate > 0)
            text.Append($"  hold {Percent(rule.HoldRate)} for 3 months\n");
        return text.ToString();
    }

    private static string Percent(int rate) => (rate / 100m).ToString(CultureInfo.InvariantCulture) + "%";

    private static string Money(int cents) => (cents / 100m).ToString("#,##0.00", CultureInfo.InvariantCulture);
}
