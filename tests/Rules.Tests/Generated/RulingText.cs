using System.Collections.Generic;
using System.Globalization;
using System.Linq;

namespace CrmAddon.Rules.Tests.Generated;

/// <summary>A ruling as lines of text, to compare two of them.</summary>
internal static class RulingText
{
    /// <summary>Who is credited and what is earned; with reasons also every sentence.</summary>
    public static string Of(DealRuling ruling, bool withReasons) => Of(ruling, ruling.Credit, ruling.Earnings, withReasons);

    /// <inheritdoc cref="Of(DealRuling, bool)"/>
    public static string Of(UsageRuling ruling, bool withReasons) => Of(ruling, ruling.Credit, ruling.Earnings, withReasons);

    private static string Of(Ruling ruling, CreditResult credit, IReadOnlyList<Earning> earnings, bool withReasons)
    {
        var lines = new List<string>
        {
            string.Create(CultureInfo.InvariantCulture, $"{credit.Outcome} {credit.HousePercent} {credit.HouseAmount}"),
        };
        lines.AddRange(credit.Shares.Select(share => string.Create(
            CultureInfo.InvariantCulture, $"{share.PartnerKey} {share.Role} {share.Percent} {share.Amount}")));
        lines.AddRange(earnings.Select(earning => string.Create(
            CultureInfo.InvariantCulture, $"{earning.Rule} {earning.PartnerKey} {earning.Role} {earning.Amount} {earning.Held}")));
        if (withReasons)
            lines.AddRange(Explanation.Render(ruling.Derivation).Concat(Explanation.WhyNot(ruling)));
        return string.Join("\n", lines);
    }
}
