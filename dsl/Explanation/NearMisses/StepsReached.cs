using System.Collections.Generic;
using System.Globalization;
using System.Linq;

namespace CrmAddon.Rules;

/// <summary>The bounds of the steps that a derivation says were reached.</summary>
internal static class StepsReached
{
    public static IEnumerable<decimal> In(Finding derivation) => derivation.Children.Select(Bound).OfType<decimal>();

    private static decimal? Bound(Finding step) => step.Kind switch
    {
        "slice" or "slice.plus" or "slice.last" or "slice.last.plus" => Number(step.Values["from"]),
        "volume" or "volume.plus" => Number(step.Values["above"]),
        _ => null,
    };

    private static decimal Number(string text) => decimal.Parse(text, NumberStyles.Number, CultureInfo.InvariantCulture);
}
