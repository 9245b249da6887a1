using System.Collections.Generic;
using System.Linq;
using CrmAddon.Rules.Evaluation;

namespace CrmAddon.Rules.Proposing;

/// <summary>What rulings have shown of a program: which rules applied and which did not, which exceptions won, which steps were reached.</summary>
internal sealed class Reached(BoundProgram program)
{
    private readonly HashSet<string> keys = [];

    public static string Applies(CreditRule rule) => $"credit {rule.Name} {rule.Effective} applies";

    public static string Fails(CreditRule rule) => $"credit {rule.Name} {rule.Effective} fails";

    public static string Wins(string exception, string based) => $"exception {exception} over {based}";

    public static string Earns(CommissionRule rule) => $"commission {rule.Name} {rule.Effective} earns";

    public static string EarnsNothing(CommissionRule rule) => $"commission {rule.Name} {rule.Effective} nothing";

    public static string Step(CommissionRule rule, int step) => $"commission {rule.Name} {rule.Effective} step {step}";

    public bool Has(string key) => keys.Contains(key);

    public void Add(IEnumerable<Ruling> rulings) => keys.UnionWith(rulings.SelectMany(KeysOf));

    public IEnumerable<string> KeysOf(Ruling ruling) => ruling switch
    {
        DealRuling deal => Credits(true, deal.Credit, deal.Derivation).Concat(Commissions(true, deal.Earnings, deal.Derivation)),
        UsageRuling usage => Credits(false, usage.Credit, usage.Derivation).Concat(Commissions(false, usage.Earnings, usage.Derivation)),
        PartnerRuling partner => Earnings(partner.Earnings),
        _ => [],
    };

    // Versions of one rule have one name; the ruling says which of them was in effect by what it did.
    private IEnumerable<string> Credits(bool deal, CreditResult credit, Finding derivation)
    {
        foreach (var rule in program.CreditsFor(deal))
        {
            if (credit.Rule == rule.Name)
                yield return Applies(rule);
            else
                yield return Fails(rule);
        }
        foreach (var step in derivation.Children.Where(step => step.Kind == "credit.excepted"))
            yield return Wins(step.Values["by"], step.Values["rule"]);
    }

    private IEnumerable<string> Commissions(bool deal, IReadOnlyList<Earning> earnings, Finding derivation)
    {
        foreach (var key in Earnings(earnings))
            yield return key;
        var failed = new HashSet<string>(derivation.Children
            .Where(step => step.Kind is "commission.fails" or "commission.stopped").Select(step => step.Values["rule"]));
        foreach (var rule in program.CommissionsFor(deal).Where(rule => failed.Contains(rule.Name)))
            yield return EarnsNothing(rule);
    }

    private IEnumerable<string> Earnings(IEnumerable<Earning> earnings)
    {
        foreach (var earning in earnings)
        {
            foreach (var rule in program.Commissions.Where(rule => rule.Name == earning.Rule))
            {
                if (earning.Amount != 0)
                    yield return Earns(rule);
                var steps = rule.Rating.Steps;
                for (var i = 0; i < steps.Count; i++)
                {
                    if (earning.Measure > steps[i].Above && (i + 1 == steps.Count || earning.Measure <= steps[i + 1].Above))
                        yield return Step(rule, i);
                }
            }
        }
    }
}
