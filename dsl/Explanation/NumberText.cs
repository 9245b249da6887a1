using System.Globalization;
using CrmAddon.Rules.Money;

namespace CrmAddon.Rules;

/// <summary>Writes numbers for people, the same in every culture.</summary>
internal static class NumberText
{
    /// <summary>Without grouping and without zeros at the end.</summary>
    public static string Shortest(decimal value) => ShortText.Of(value, 28) ?? value.ToString("0.############################", CultureInfo.InvariantCulture);

    /// <summary>Grouped by three; amounts with cents keep both digits.</summary>
    public static string Grouped(decimal value) =>
        value.ToString(value == decimal.Truncate(value) ? "#,##0" : "#,##0.00########", CultureInfo.InvariantCulture);

    /// <summary>A rate in percent; a rate that is no rate any more, as it is.</summary>
    public static string Percent(decimal rate) =>
        rate is < -1e20m or > 1e20m ? Grouped(rate) : (rate * 100).ToString("#,##0.####", CultureInfo.InvariantCulture) + "%";
}
