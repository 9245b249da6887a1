using System.Globalization;

namespace CrmAddon.Plugins.Notifications;

/// <summary>Amounts as the data of a notification hold them.</summary>
internal static class OutboxAmount
{
    /// <summary>Two decimals at least; some currencies have three digits, and none of them is ever cut off.</summary>
    public static string Text(decimal amount) => amount.ToString("0.00##", CultureInfo.InvariantCulture);
}
