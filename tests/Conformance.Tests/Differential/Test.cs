using System;
using System.Collections.Generic;
using System.Globalization;
using System.Linq;
using System.Xml.Linq;

namespace CrmAddon.Conformance.Differential;

/// <summary>Part of a generated filter: as FetchXML, and as what it says of a row in memory.</summary>
internal abstract record Test
{
    public abstract XElement Xml { get; }

    public abstract bool Holds(MemoryRow row, MemoryData data);
}

/// <summary>All or any of several parts.</summary>
internal sealed record Together(bool Any, IReadOnlyList<Test> Parts) : Test
{
    public override XElement Xml => new("filter", new XAttribute("type", Any ? "or" : "and"), Parts.Select(p => p.Xml));

    public override bool Holds(MemoryRow row, MemoryData data) =>
        Parts.Count == 0 || (Any ? Parts.Any(p => p.Holds(row, data)) : Parts.All(p => p.Holds(row, data)));
}

/// <summary>
/// A condition on related rows, from a group to its items or from an item to its group: any, not any, all, not all.
/// <see href="https://learn.microsoft.com/power-apps/developer/data-platform/fetchxml/filter-rows">any: there is one that the filter
/// fits; all: there are some and the filter fits none; not all is the same as any.</see>
/// </summary>
internal sealed record Related(string Type, string From, Test? Filter) : Test
{
    public override XElement Xml => new(
        "link-entity",
        new XAttribute("name", From == Columns.Item ? Columns.Group : Columns.Item),
        new XAttribute("from", From == Columns.Item ? Columns.Group + "id" : Columns.ToGroup),
        new XAttribute("to", From == Columns.Item ? Columns.ToGroup : Columns.Group + "id"),
        new XAttribute("link-type", Type),
        Filter is null ? null : new XElement("filter", Filter.Xml));

    public override bool Holds(MemoryRow row, MemoryData data)
    {
        var related = From == Columns.Item ? data.GroupOf(row) is { } group ? [group] : [] : data.ItemsOf(row).ToList();
        var fits = related.Count(r => Filter?.Holds(r, data) ?? true);
        return Type switch
        {
            "any" or "not all" => fits > 0,
            "not any" => fits == 0,
            _ => related.Count > 0 && fits == 0,
        };
    }
}

/// <summary>A condition on one column.</summary>
internal sealed record Comparison(string Table, string Column, string Operator, IReadOnlyList<string> Values) : Test
{
    private static readonly DateTime Now = Running.SettableClock.Start;

    private Kind Kind => Columns.Of(Table)[Column];

    public override XElement Xml
    {
        get
        {
            var xml = new XElement("condition", new XAttribute("attribute", Column), new XAttribute("operator", Operator));
            if (Values.Count == 1 && Operator is not ("in" or "not-in" or "contain-values" or "not-contain-values"))
            {
                xml.SetAttributeValue("value", Values[0]);
            }
            else
            {
                xml.Add(Values.Select(v => new XElement("value", v)));
            }

            return xml;
        }
    }

    /// <summary>Operators that say no hold for a missing value; all others do not, but for null.</summary>
    public override bool Holds(MemoryRow row, MemoryData data)
    {
        var value = row[Column];
        return Operator switch
        {
            "null" => value is null,
            "not-null" => value is not null,
            "ne" or "not-in" or "not-like" or "not-begin-with" or "not-end-with" or "not-contain-values" => value is null || !Affirmative(value, Operator),
            _ => value is not null && Affirmative(value, Operator),
        };
    }

    private bool Affirmative(object value, string op) => op switch
    {
        "eq" or "ne" => Kind == Kind.Choices ? SameSet(value) : Compare(value, Values[0]) == 0,
        "gt" => Compare(value, Values[0]) > 0,
        "ge" => Compare(value, Values[0]) >= 0,
        "lt" => Compare(value, Values[0]) < 0,
        "le" => Compare(value, Values[0]) <= 0,
        "in" or "not-in" => Kind == Kind.Choices ? SameSet(value) : Values.Any(v => Compare(value, v) == 0),
        "between" => Compare(value, Values[0]) >= 0 && Compare(value, Values[1]) <= 0,
        "contain-values" or "not-contain-values" => Numbers().Intersect((int[])value).Any(),
        "like" or "not-like" => Like((string)value, Values[0]),
        "begins-with" or "not-begin-with" => ((string)value).StartsWith(Values[0], StringComparison.OrdinalIgnoreCase),
        "ends-with" or "not-end-with" => ((string)value).EndsWith(Values[0], StringComparison.OrdinalIgnoreCase),
        _ => In((DateTime)value),
    };

    private bool SameSet(object value) => ((int[])value).Order().SequenceEqual(Numbers().Distinct().Order());

    private IEnumerable<int> Numbers() => Values.Select(v => int.Parse(v, CultureInfo.InvariantCulture));

    private int Compare(object value, string other) => Kind switch
    {
        Kind.Text => string.Compare((string)value, other, StringComparison.OrdinalIgnoreCase),
        Kind.YesNo => ((bool)value).CompareTo(other == "1"),
        Kind.Whole or Kind.Choice => ((int)value).CompareTo(int.Parse(other, CultureInfo.InvariantCulture)),
        Kind.Decimal or Kind.Money => ((decimal)value).CompareTo(decimal.Parse(other, CultureInfo.InvariantCulture)),
        Kind.Day or Kind.Time => ((DateTime)value).CompareTo(Date(other)),
        _ => ((Guid)value).CompareTo(Guid.Parse(other)),
    };

    private static bool Like(string text, string pattern)
    {
        if (pattern.Length == 0)
        {
            return text.Length == 0;
        }

        return pattern[0] switch
        {
            '%' => Enumerable.Range(0, text.Length + 1).Any(i => Like(text[i..], pattern[1..])),
            '_' => text.Length > 0 && Like(text[1..], pattern[1..]),
            var c => text.Length > 0 && char.ToUpperInvariant(text[0]) == char.ToUpperInvariant(c) && Like(text[1..], pattern[1..]),
        };
    }

    /// <summary>Operators of dates; weeks begin on Sunday. A day's column compares whole days.</summary>
    private bool In(DateTime value)
    {
        var day = value.Date;
        var today = Now.Date;
        var week = today.AddDays(-(int)today.DayOfWeek);
        var count = Values.Count > 0 && int.TryParse(Values[0], NumberStyles.None, CultureInfo.InvariantCulture, out var x) ? x : 0;
        return Operator switch
        {
            "on" => day == Date(Values[0]).Date,
            "on-or-before" => day <= Date(Values[0]).Date,
            "on-or-after" => day >= Date(Values[0]).Date,
            "yesterday" => day == today.AddDays(-1),
            "today" => day == today,
            "tomorrow" => day == today.AddDays(1),
            "last-week" => day >= week.AddDays(-7) && day < week,
            "this-week" => day >= week && day < week.AddDays(7),
            "next-week" => day >= week.AddDays(7) && day < week.AddDays(14),
            "last-month" => Months(day) == Months(today) - 1,
            "this-month" => Months(day) == Months(today),
            "next-month" => Months(day) == Months(today) + 1,
            "last-year" => day.Year == today.Year - 1,
            "this-year" => day.Year == today.Year,
            "next-year" => day.Year == today.Year + 1,
            "last-x-days" => day >= today.AddDays(-count) && value <= Now,
            "last-x-weeks" => day >= today.AddDays(-7 * count) && value <= Now,
            "last-x-months" => day >= today.AddMonths(-count) && value <= Now,
            "last-x-years" => day >= today.AddYears(-count) && value <= Now,
            "olderthan-x-days" => day < today.AddDays(-count),
            "olderthan-x-months" => day < today.AddMonths(-count),
            "olderthan-x-years" => day < today.AddYears(-count),
            _ => throw new InvalidOperationException(Operator),
        };
    }

    private static int Months(DateTime day) => (day.Year * 12) + day.Month;

    private static DateTime Date(string text) => DateTime.Parse(
        text, CultureInfo.InvariantCulture, DateTimeStyles.AdjustToUniversal | DateTimeStyles.AssumeUniversal);
}
