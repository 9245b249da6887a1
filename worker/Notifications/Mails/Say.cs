using System;
using System.Globalization;

namespace CrmAddon.Worker.Notifications.Mails;

/// <summary>How mails write amounts, months and days: the same everywhere, whatever the machine's culture is.</summary>
internal static class Say
{
    private static readonly CultureInfo English = CultureInfo.InvariantCulture;

    /// <summary>An amount with thousands separators and all the digits that it has: <c>6,125.00 USD</c>.</summary>
    public static string Money(decimal amount, string currency) =>
        amount.ToString("N" + Math.Min((int)amount.Scale, 10).ToString(English), English) + " " + currency;

    /// <summary>A month (<c>2026-03</c>) in words: <c>March 2026</c>.</summary>
    public static string Month(string month) =>
        DateOnly.ParseExact(month + "-01", "yyyy-MM-dd", English).ToString("MMMM yyyy", English);

    /// <summary>A day (<c>2026-03-02</c>) in words: <c>2 March 2026</c>.</summary>
    public static string Day(string day) => DateOnly.ParseExact(day, "yyyy-MM-dd", English).ToString("d MMMM yyyy", English);
}
