using System.Linq;
using CrmAddon.Rules.Json;

namespace CrmAddon.Rules.Cli.Previewing;

/// <summary>A preview, for machines. Amounts are numbers in the programs' currency.</summary>
internal static class PreviewJson
{
    public static object Of(Preview preview, RuleProgram before, RuleProgram after) => new
    {
        after.Currency,
        Before = new { before.Name, before.Hash },
        After = new { after.Name, after.Hash },
        preview.Cases,
        preview.Changed,
        preview.LeftOut,
        preview.BecameDecided,
        preview.BecameUndecided,
        Undecided = preview.Undecided.Select(undecided => new { undecided.Case, undecided.Reason }),
        Tiers = preview.Tiers.Select(tier => new { tier.Partner, tier.Before, tier.After }),
        Partners = preview.Partners.Where(money => money.Key.Length > 0),
        House = preview.Partners.Where(money => money.Key.Length == 0).Select(money => new { money.CreditedBefore, money.CreditedAfter, money.CreditChange }).FirstOrDefault(),
        Movers = preview.Movers.Select(mover => new
        {
            mover.Key,
            mover.Name,
            Changes = mover.Changes.Select(change => new { change.Partner, change.Earned, change.Credited }),
            mover.Sentences(Language.English).Before,
            mover.Sentences(Language.English).After,
        }),
    };
}
