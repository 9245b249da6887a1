using System.Collections.Generic;
using System.Linq;

namespace CrmAddon.Rules;

/// <summary>A ruling as near misses look at it, whatever it is about.</summary>
/// <param name="Ruling">The ruling.</param>
/// <param name="Credit">Who is credited; of a partner's tier nobody is.</param>
/// <param name="Earnings">What is earned.</param>
/// <param name="Tier">The tier that the partner has earned, where it is about one.</param>
internal sealed record Judged(Ruling Ruling, CreditResult? Credit, IReadOnlyList<Earning> Earnings, string? Tier = null)
{
    public IReadOnlyList<Share> Shares => Credit?.Shares ?? [];

    public static Judged Of(DealRuling ruling) => new(ruling, ruling.Credit, ruling.Earnings);

    public static Judged Of(UsageRuling ruling) => new(ruling, ruling.Credit, ruling.Earnings);

    public static Judged Of(TierRuling ruling) => new(ruling, null, [], ruling.Tier);

    public static Judged Of(PartnerRuling ruling) => new(ruling, null, ruling.Earnings);

    public static Judged Of(Ruling ruling) => ruling switch
    {
        DealRuling deal => Of(deal),
        UsageRuling usage => Of(usage),
        PartnerRuling partner => Of(partner),
        _ => Of((TierRuling)ruling),
    };

    public Earning? Find(MoneyKey key) => Earnings.FirstOrDefault(earning => KeyOf(earning) == key);

    public static MoneyKey KeyOf(Earning earning) => new(earning.Rule, earning.PartnerKey, earning.Role, earning.Product);

    public static MoneyKey KeyOf(Share share) => new(null, share.PartnerKey, share.Role, "");
}
