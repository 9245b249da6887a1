using System;
using System.Collections.Generic;
using System.Globalization;
using System.Linq;

namespace CrmAddon.Rules;

/// <summary>The bounds of the steps that a derivation says were reached.</summary>
internal static class StepsReached
{
    public static IEnumerable<decimal> In(Finding derivation) => Steps(derivation).Select(Bound).OfType<decimal>();

    /// <summary>The steps of the computation; of a rule across customers they stand below its total.</summary>
    public static IEnumerable<Finding> Steps(Finding derivation) => derivation.Children
        .SelectMany(step => step.Kind.StartsWith("commission.across", StringComparison.Ordinal) ? step.Children : [step]);

    private static decimal? Bound(Finding step) => step.Kind switch
    {
        "slice" or "slice.plus" or "slice.last" or "slice.last.plus" => Number(step.Values["from"]),
        "volume" or "volume.plus" => Number(step.Values["above"]),
        _ => null,
    };

    private static decimal Number(string text) => decimal.Parse(text, NumberStyles.Number, CultureInfo.InvariantCulture);
}
