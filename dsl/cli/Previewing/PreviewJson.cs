using System.Linq;

namespace CrmAddon.Rules.Cli.Previewing;

/// <summary>A preview, for machines. Amounts are numbers in the programs' currency.</summary>
internal static class PreviewJson
{
    public static object Of(Preview preview) => new
    {
        preview.After.Currency,
        Before = new { preview.Before.Name, preview.Before.Hash },
        After = new { preview.After.Name, preview.After.Hash },
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
            mover.Sentences(preview.Before, preview.After).Before,
            mover.Sentences(preview.Before, preview.After).After,
        }),
    };
}
