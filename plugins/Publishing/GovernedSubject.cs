using System;
using System.Collections.Generic;
using System.Globalization;
using System.Linq;
using CrmAddon.Rules;

namespace CrmAddon.Plugins.Publishing;

/// <summary>A deal or a customer's month that rules are for; a list of them is kept as text, a line each.</summary>
/// <param name="IsDeal">Whether it is a deal.</param>
/// <param name="Row">The deal or the customer.</param>
/// <param name="Month">The month of the deal's business date, or of the usage.</param>
internal sealed record GovernedSubject(bool IsDeal, Guid Row, Month Month)
{
    private const string Deal = "deal";
    private const string Usage = "usage";

    public static string Text(IEnumerable<GovernedSubject> subjects) => string.Join("\n", subjects.Select(subject =>
        $"{(subject.IsDeal ? Deal : Usage)} {subject.Row.ToString("D", CultureInfo.InvariantCulture)} {subject.Month}"));

    public static IEnumerable<GovernedSubject> Parse(string text) => text
        .Split(['\r', '\n'], StringSplitOptions.RemoveEmptyEntries)
        .Select(line => line.Split(' '))
        .Select(words => new GovernedSubject(words[0] == Deal, Guid.Parse(words[1]), Month.Parse(words[2])));
}
