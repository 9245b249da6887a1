using System.Collections.Generic;
using System.Linq;

namespace CrmAddon.Rules;

/// <summary>A ruling as near misses look at it, whatever it is about.</summary>
internal sealed record Judged(Ruling Ruling, CreditResult Credit, IReadOnlyList<Earning> Earnings)
{
    public static Judged Of(DealRuling ruling) => new(ruling, ruling.Credit, ruling.Earnings);

    public static Judged Of(UsageRuling ruling) => new(ruling, ruling.Credit, ruling.Earnings);

    public Earning? Find(MoneyKey key) => Earnings.FirstOrDefault(earning => KeyOf(earning) == key);

    public static MoneyKey KeyOf(Earning earning) => new(earning.Rule, earning.PartnerKey, earning.Role, earning.Product);

    public static MoneyKey KeyOf(Share share) => new(null, share.PartnerKey, share.Role, "");
}
