using System;
using System.Collections.Generic;
using System.Linq;
using CrmAddon.Rules.Money;

namespace CrmAddon.Rules.Evaluation;

/// <summary>Shares that a person has set on one deal, where the credit rule that applies lets each deal do so.</summary>
internal sealed class SharesOfOwn(OwnShares shares) : CreditAction
{
    public override IReadOnlyList<string> Roles { get; } = [.. shares.Shares.Select(share => share.Role).Distinct()];

    public override bool IsWrittenAs(CreditAction other) => other == this;

    public OwnShares Shares => shares;

    public override Finding Reason(Portion portion) => Reasons.OwnShares(shares);

    protected override void Fill(CreditSplit split, Facts facts, Roster roster, in Registrant registrant)
    {
        if (!IsShare(shares.HousePercent))
        {
            split.Refuse(Reasons.OwnHouseShareWrong(shares.HousePercent));
            return;
        }
        var total = shares.HousePercent;
        var named = new HashSet<(string, string)>();
        foreach (var share in shares.Shares)
        {
            var seat = roster.Find(share.PartnerKey, share.Role);
            if (seat is null || !string.Equals(seat.Role, share.Role, StringComparison.Ordinal))
            {
                split.Refuse(Reasons.OwnShareNotOnTheDeal(share));
                return;
            }
            if (!IsShare(share.Percent) || share.Percent == 0 || !named.Add((share.PartnerKey, share.Role)))
            {
                split.Refuse(Reasons.OwnShareWrong(share));
                return;
            }
            total += share.Percent;
            split.Add(share.PartnerKey, seat.DisplayName, share.Role, (Rational)share.Percent * 0.01m, seat);
        }
        if (total != 100)
            split.Refuse(Reasons.OwnSharesDoNotAddUp(total));
        else if (string.IsNullOrWhiteSpace(shares.Reason))
            split.Refuse(Reasons.OwnSharesWithoutReason());
    }

    private static bool IsShare(decimal percent) =>
        percent is >= 0 and <= 100 && decimal.Round(percent, CreditDecision.PercentDigits) == percent;
}
