using System.Collections.Generic;
using System.Linq;
using CrmAddon.Plugins.Languages;
using CrmAddon.Plugins.Programs;
using CrmAddon.Rules;
using CrmAddon.Rules.Json;

namespace CrmAddon.Plugins.Impact;

/// <summary>What a text of rules would have changed.</summary>
/// <param name="Program">The program.</param>
/// <param name="Period">The months.</param>
/// <param name="Rules">The text.</param>
/// <param name="Compared">The money.</param>
/// <param name="IsTruncated">Whether the period holds more than was judged.</param>
internal sealed record ComparedImpact(ProgramFacts Program, ImpactPeriod Period, RuleProgram Rules, Preview Compared, bool IsTruncated)
{
    /// <summary>The outcome, what is missing in it and what is not compared.</summary>
    public IEnumerable<string> Sentences(Language language)
    {
        yield return Spoken.In(language, ImpactText.Outcome(this));
        if (IsTruncated)
            yield return Spoken.In(language, ImpactText.Truncated());
        if (LeftOut.Length > 0)
            yield return Spoken.In(language, ImpactText.NotCompared());
    }

    /// <summary>
    /// <c>{program, currency, from, until, cases, changed, isTruncated, notCompared: [clawbacks, tiers], becameDecided, becameUndecided,
    /// undecided: [{case, reason}], partners: [{partner, name, creditedBefore, creditedAfter, earnedBefore, earnedAfter}], houseBefore,
    /// houseAfter, movers: [{key, name, changes: [{partner, earned, credited}], before: [sentences], after: [sentences]}]}</c>; amounts
    /// are texts in the program's currency, what is empty is left out. Partners stand in the order of how much they earn otherwise.
    /// </summary>
    public string Json(Language language) => InvariantJson.Object(json =>
    {
        json.Member("program", Program.Code);
        json.Member("currency", Program.IsoCode);
        json.Member("from", Period.From.ToString());
        json.Member("until", Period.Until.ToString());
        json.Member("cases", (int)Compared.Cases);
        json.Member("changed", (int)Compared.Changed);
        json.Member("isTruncated", IsTruncated);
        json.Texts("notCompared", LeftOut);
        json.Member("becameDecided", (int)Compared.BecameDecided);
        json.Member("becameUndecided", (int)Compared.BecameUndecided);
        json.List("undecided", Compared.Undecided, (one, undecided) =>
        {
            one.Member("case", undecided.Case);
            one.Member("reason", undecided.Reason);
        });
        json.List("partners", Compared.Partners.Where(money => money.Key.Length > 0).ToList(), (partner, money) =>
        {
            partner.Member("partner", money.Key);
            partner.Member("name", money.Name);
            partner.Member("creditedBefore", money.CreditedBefore);
            partner.Member("creditedAfter", money.CreditedAfter);
            partner.Member("earnedBefore", money.EarnedBefore);
            partner.Member("earnedAfter", money.EarnedAfter);
        });
        json.Member("houseBefore", Compared.Partners.Where(money => money.Key.Length == 0).Sum(money => money.CreditedBefore));
        json.Member("houseAfter", Compared.Partners.Where(money => money.Key.Length == 0).Sum(money => money.CreditedAfter));
        json.List("movers", Compared.Movers, (mover, moved) =>
        {
            mover.Member("key", moved.Key);
            mover.Member("name", moved.Name);
            mover.List("changes", moved.Changes, (change, money) =>
            {
                change.Member("partner", money.Partner);
                change.NonZero("earned", money.Earned);
                change.NonZero("credited", money.Credited);
            });
            var (before, after) = moved.Sentences(language);
            mover.Texts("before", before.ToList());
            mover.Texts("after", after.ToList());
        });
    });

    private string[] LeftOut => new[] { (ProgramFeatures.Clawbacks, "clawbacks"), (ProgramFeatures.Tiers, "tiers") }
        .Where(feature => (Rules.Features & feature.Item1) != 0).Select(feature => feature.Item2).ToArray();
}
