using CrmAddon.Plugins.Languages;
using CrmAddon.Rules;

namespace CrmAddon.Plugins.Impact;

/// <summary>The months that a text of rules is tried on.</summary>
/// <param name="From">The first.</param>
/// <param name="Until">The last.</param>
internal sealed record ImpactPeriod(Month From, Month Until)
{
    private const int MostMonths = 24;
    private const int MonthsByDefault = 3;

    /// <param name="from">The first month as yyyy-MM; null or empty for the third month before this one.</param>
    /// <param name="until">The last month as yyyy-MM; null or empty for the month before this one.</param>
    /// <param name="thisMonth">The month that is now.</param>
    /// <exception cref="Refusal">They are no period that can be previewed.</exception>
    public static ImpactPeriod Read(string? from, string? until, Month thisMonth)
    {
        var period = new ImpactPeriod(Read(from, thisMonth.AddMonths(-MonthsByDefault)), Read(until, thisMonth.AddMonths(-1)));
        if (period.Until < period.From)
            throw ImpactText.EndsBeforeItBegins(period);
        return period.Until.MonthsSince(period.From) < MostMonths ? period : throw ImpactText.TooLong(MostMonths);
    }

    public bool Holds(Month month) => month >= From && month <= Until;

    private static Month Read(string? text, Month otherwise) => string.IsNullOrEmpty(text) ? otherwise
        : Month.TryParse(text!, out var month) && month.Year is > 2 and < 9990 ? month : throw ImpactText.NoMonth(text!);
}
