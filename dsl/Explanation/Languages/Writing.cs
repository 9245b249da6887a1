using System;
using System.Collections.Generic;
using System.Globalization;
using System.Linq;

namespace CrmAddon.Rules;

/// <summary>How a language writes numbers, days and months. The digits are the same in every language.</summary>
internal sealed class Writing
{
    private readonly string point;
    private readonly string group;
    private readonly string date;
    private readonly string month;
    private readonly string oneMonth;
    private readonly string manyMonths;
    private readonly string[] monthNames;
    private readonly string quoted;
    private readonly string and;

    public Writing(IReadOnlyDictionary<string, string> sentences)
    {
        point = sentences["language.decimal"];
        group = sentences["language.group"];
        date = sentences["language.date"];
        month = sentences["language.month"];
        oneMonth = sentences["language.months.one"];
        manyMonths = sentences["language.months.many"];
        quoted = sentences["language.quoted"];
        and = " " + sentences["language.and"] + " ";
        monthNames = sentences.TryGetValue("language.month-names", out var names)
            ? names.Split([", "], StringSplitOptions.None)
            : [];
    }

    /// <summary>The value of a step in one of the formats of templates; as it stands where it is nothing of the kind.</summary>
    public string Write(string value, string format) => format switch
    {
        "money" => Number(value, NumberText.Grouped),
        "number" => Number(value, NumberText.Shortest),
        "percent" => Number(value, NumberText.Percent),
        "date" => Day(value),
        "month" => Month(value),
        "months" => value == "1" ? oneMonth : manyMonths.Replace("{count}", value),
        _ => value,
    };

    /// <summary>Names of rules, given in straight quotation marks, which no name has in it.</summary>
    public string Names(string value) =>
        string.Join(and, value.Split('"').Where((_, i) => i % 2 == 1).Select(name => quoted.Replace("{name}", name)));

    /// <summary>A number as English writes it, grouped or with a percent sign, in this language.</summary>
    public string FromEnglish(string number)
    {
        if (point == ".")
            return number;
        var written = new System.Text.StringBuilder(number.Length + 1);
        foreach (var c in number)
            written.Append(c switch { '.' => point, ',' => group, '%' => " %", _ => c.ToString() });
        return written.ToString();
    }

    /// <summary>A day given as yyyy-MM-dd.</summary>
    public string Day(string value) =>
        DateTime.TryParseExact(value, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out _)
            ? date.Replace("{day}", value.Substring(8)).Replace("{month}", value.Substring(5, 2)).Replace("{year}", value.Substring(0, 4))
            : value;

    // A number beyond the range of a decimal is rare enough to stand without grouping.
    private string Number(string value, Func<decimal, string> write) => FromEnglish(
        decimal.TryParse(value, NumberStyles.Number, CultureInfo.InvariantCulture, out var number) ? write(number) : value);

    private string Month(string value) => Rules.Month.TryParse(value, out var parsed)
        ? month.Replace("{name}", monthNames.Length == 0 ? "" : monthNames[parsed.Number - 1])
            .Replace("{month}", value.Substring(5)).Replace("{year}", value.Substring(0, 4))
        : value;
}
