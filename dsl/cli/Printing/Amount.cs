using System.Globalization;

namespace CrmAddon.Rules.Cli.Printing;

/// <summary>Writes amounts for people, the same in every culture.</summary>
internal static class Amount
{
    public static string Text(decimal amount) => amount.ToString("#,##0.00##########", CultureInfo.InvariantCulture);

    /// <summary>With its sign; nothing where it is zero.</summary>
    public static string Change(decimal amount) => amount == 0 ? "" : (amount > 0 ? "+" : "") + Text(amount);
}
