using System;
using System.Globalization;
using CrmAddon.Rules;

namespace CrmAddon.Worker.Notifications.Mails;

/// <summary>
/// The language of a mail: its sentences (<c>worker/Languages</c>), and how it writes amounts, months and days, whatever the machine's
/// culture is.
/// </summary>
internal sealed class MailLanguage(Language language)
{
    private static readonly CultureInfo English = CultureInfo.InvariantCulture;

    /// <summary>Every sentence of the mails.</summary>
    public static Sentences All { get; } = new(typeof(MailLanguage).Assembly);

    /// <summary>Its code, for the mark of the HTML document.</summary>
    public string Code => language.Code;

    /// <summary>The language of a notification; English where it names none, or one that the worker does not speak.</summary>
    public static MailLanguage Of(string? code) => new(Language.TryFind(code) ?? Language.English);

    /// <summary>A sentence.</summary>
    public string Say(string key, params (string Name, object Value)[] values) => All.Say(language, key, values);

    /// <summary>An amount with thousands separators and all the digits that it has: <c>6,125.00 USD</c>.</summary>
    public string Money(decimal amount, string currency) =>
        language.Number(amount.ToString("N" + Math.Min((int)amount.Scale, 10).ToString(English), English)) + " " + currency;

    /// <summary>A month (<c>2026-03</c>) in words: <c>March 2026</c>.</summary>
    public string Month(string month)
    {
        var first = DateOnly.ParseExact(month + "-01", "yyyy-MM-dd", English);
        return Say("month.and-year", ("month", Name(first)), ("year", first.Year));
    }

    /// <summary>A day (<c>2026-03-02</c>) in words: <c>2 March 2026</c>.</summary>
    public string Day(string day)
    {
        var date = DateOnly.ParseExact(day, "yyyy-MM-dd", English);
        return Say("day.in-words", ("day", date.Day), ("month", Name(date)), ("year", date.Year));
    }

    private string Name(DateOnly date) => Say("month.names").Split(", ")[date.Month - 1];
}
