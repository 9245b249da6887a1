using System;
using System.Globalization;

namespace CrmAddon.Rules.Evaluation;

/// <summary>The days on which a rule is in effect, both ends included; an open end is null.</summary>
internal readonly record struct EffectivePeriod(DateTime? From, DateTime? Until)
{
    public bool Holds(DateTime day) => (From is not { } from || day >= from) && (Until is not { } until || day.Date <= until);

    public bool Overlaps(EffectivePeriod other) =>
        (From ?? DateTime.MinValue) <= (other.Until ?? DateTime.MaxValue)
            && (other.From ?? DateTime.MinValue) <= (Until ?? DateTime.MaxValue);

    public override string ToString() =>
        (From is { } from ? "from " + Day(from) : "") + (From is not null && Until is not null ? " " : "")
        + (Until is { } until ? "until " + Day(until) : "");

    private static string Day(DateTime day) => day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
}
