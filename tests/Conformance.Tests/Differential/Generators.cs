using System;
using System.Globalization;
using System.Linq;
using CsCheck;

namespace CrmAddon.Conformance.Differential;

/// <summary>Rows and queries at random. Values come from small sets, so that conditions meet them.</summary>
internal static class Generators
{
    private static readonly DateTime Today = Running.SettableClock.Start.Date;

    private static readonly Gen<string> Text = Gen.Char["abAB1"].Array[1, 3].Select(c => new string(c));

    private static readonly Gen<string> Pattern = Gen.Char["abAB1%_"].Array[1, 4].Select(c => new string(c));

    private static readonly Gen<int> Whole = Gen.Int[-3, 6];

    private static readonly Gen<decimal> Fraction = Gen.Int[-24, 24].Select(n => n * 0.125m);

    private static readonly Gen<decimal> Amount = Gen.Int[-300, 300].Select(n => n / 20m);

    private static readonly Gen<DateTime> Day = Gen.OneOf(Gen.Int[-800, 800], Gen.Int[-40, 40], Gen.Int[-2, 2]).Select(d => DateTime.SpecifyKind(Today.AddDays(d), DateTimeKind.Unspecified));

    private static readonly Gen<DateTime> Time = Gen.Select(Day, Gen.Int[0, 86399], (d, s) => DateTime.SpecifyKind(d.AddSeconds(s), DateTimeKind.Utc));

    public static Gen<MemoryData> Data { get; } =
        Gen.Select(Rows(Columns.Group, 1, []).Array[1, 8], Gen.Int[0, 40]).SelectMany((groups, count) =>
        {
            var numbered = groups.Select((g, i) => g with { Id = Id(1, i) }).ToArray();
            return Rows(Columns.Item, 2, numbered).Array[count].Select(items => new MemoryData(numbered, [.. items.Select((r, i) => r with { Id = Id(2, i) })]));
        });

    public static Gen<GeneratedQuery> Query(MemoryData data) => Gen.Bool.SelectMany(items =>
    {
        var (table, other) = items ? (Columns.Item, Columns.Group) : (Columns.Group, Columns.Item);
        return Gen.Select(
            Selection(table),
            Maybe(Filter(table, data, 2)),
            Maybe(Link(other, data)),
            Orders(table),
            Gen.Int[0, 4],
            (selected, filter, link, orders, distinct) => new GeneratedQuery(
                table,
                distinct == 0 ? [.. selected, .. orders.Select(o => o.Column).Except(selected)] : selected,
                filter,
                link,
                distinct == 0 ? [] : orders,
                distinct == 0));
    });

    public static Gen<GeneratedAggregate> Aggregate(MemoryData data) => Gen.Select(
        Maybe(Filter(Columns.Item, data, 1)),
        GroupBy.Array[0, 2],
        Measure.Array[1, 3],
        (filter, groups, measures) => new GeneratedAggregate(filter, [.. groups.DistinctBy(g => g.Column)], measures));

    private static Gen<(string Column, string? Part)> GroupBy { get; } = Gen.OneOf(
        Gen.OneOf("gen_yes", "gen_choice", "gen_group", "gen_whole", "gen_text").Select(c => (Column: c, Part: (string?)null)),
        Gen.OneOf("day", "month", "quarter", "year").Select(p => (Column: "gen_day", Part: (string?)p)));

    private static Gen<(string, string, bool)> Measure { get; } = Gen.OneOf(
        Gen.Const(("gen_itemid", "count", false)),
        Gen.Select(Gen.OneOf("gen_text", "gen_whole", "gen_group", "gen_choice"), Gen.Bool, (c, d) => (c, "countcolumn", d)),
        Gen.Select(Gen.OneOf("gen_whole", "gen_decimal", "gen_money"), Gen.OneOf("sum", "min", "max", "avg"), (c, f) => (c, f, false)));

    private static Guid Id(int table, int number) => new(string.Create(CultureInfo.InvariantCulture, $"9e900000-0000-4000-8000-{table:x2}{number:x10}"));

    private static Gen<MemoryRow> Rows(string table, int number, MemoryRow[] groups) =>
        Columns.Of(table).Select(c => Gen.Select(Gen.Int[0, 4], Value(c.Value, groups), (none, value) => (c.Key, Value: none == 0 && c.Value != Kind.YesNo ? null : value)))
            .Aggregate(Gen.Const(Array.Empty<(string, object?)>()), (all, one) => Gen.Select(all, one, (a, o) => a.Append(o).ToArray()))
            .Select(values => new MemoryRow(table, Id(number, 0), values.Where(v => v.Item2 is not null).ToDictionary(v => v.Item1, v => v.Item2!)));

    private static Gen<object?> Value(Kind kind, MemoryRow[] groups) => kind switch
    {
        Kind.Text => Text.Select(v => (object?)v),
        Kind.Whole => Whole.Select(v => (object?)v),
        Kind.Decimal => Fraction.Select(v => (object?)v),
        Kind.Money => Amount.Select(v => (object?)v),
        Kind.YesNo => Gen.Bool.Select(v => (object?)v),
        Kind.Choice => Gen.Int[1, 3].Select(v => (object?)v),
        Kind.Choices => Gen.Int[1, 3].Array[1, 3].Select(v => (object?)v.Distinct().Order().ToArray()),
        Kind.Day => Day.Select(v => (object?)v),
        Kind.Time => Time.Select(v => (object?)v),
        _ => groups.Length == 0 ? Gen.Const((object?)null) : Gen.Int[0, groups.Length - 1].Select(i => (object?)groups[i].Id),
    };

    private static Gen<string[]> Selection(string table) => Gen.Shuffle(Columns.Of(table).Keys.Append(table + "id").ToArray(), 1, 4);

    private static Gen<(string Column, bool Descending)[]> Orders(string table) => Gen.Select(
        Gen.Shuffle(Columns.Of(table).Where(c => c.Value is not (Kind.Choice or Kind.Choices or Kind.Lookup)).Select(c => c.Key).ToArray(), 0, 2),
        Gen.Bool.Array[2],
        (columns, down) => columns.Select((c, i) => (Column: c, Descending: down[i])).ToArray());

    private static Gen<GeneratedLink> Link(string other, MemoryData data) => Gen.Select(
        Gen.OneOf("inner", "outer", "exists", "in"),
        Maybe(Filter(other, data, 1)),
        Selection(other),
        (type, filter, columns) => new GeneratedLink(type, filter, type is "inner" or "outer" ? columns : []));

    private static Gen<Test> Filter(string table, MemoryData data, int depth) => depth == 0
        ? Condition(table, data)
        : Gen.OneOf(
            Condition(table, data),
            Gen.Select(Gen.Bool, Filter(table, data, depth - 1).Array[1, 3], (any, parts) => (Test)new Together(any, parts)),
            Gen.Select(
                Gen.OneOf("any", "not any", "all", "not all"),
                Maybe(Filter(table == Columns.Item ? Columns.Group : Columns.Item, data, 0)),
                (type, filter) => (Test)new Related(type, table, filter)));

    private static Gen<Test> Condition(string table, MemoryData data) => Gen.OneOf(Columns.Of(table).ToArray()).SelectMany(column =>
    {
        var all = Gen.OneOf("null", "not-null").Select(op => (op, Values: Array.Empty<string>()));
        return Gen.OneOf([all, .. Operators(column.Value, data)]).Select(o => (Test)new Comparison(table, column.Key, o.op, o.Values));
    });

    private static Gen<(string op, string[] Values)>[] Operators(Kind kind, MemoryData data)
    {
        var value = Texts(kind, data);
        var equal = With(["eq", "ne"], value, 1, 1);
        var ranges = new[] { With(["gt", "ge", "lt", "le"], value, 1, 1), With(["between"], value, 2, 2) };
        var several = With(["in", "not-in"], value, 1, 3);
        return kind switch
        {
            Kind.Text => [equal, .. ranges, several, With(["like", "not-like"], Pattern, 1, 1), With(["begins-with", "not-begin-with", "ends-with", "not-end-with"], value, 1, 1)],
            Kind.Whole or Kind.Decimal or Kind.Money or Kind.Choice => [equal, .. ranges, several],
            Kind.Choices => [equal, several, With(["contain-values", "not-contain-values"], value, 1, 3)],
            Kind.Day => [equal, .. ranges, Dates(value)],
            Kind.Time => [.. ranges, Dates(value)],
            Kind.Lookup => [equal, several],
            _ => [equal],
        };
    }

    private static Gen<(string, string[])> Dates(Gen<string> value) => Gen.OneOf(
        With(["on", "on-or-before", "on-or-after"], value.Select(v => v[..10]), 1, 1),
        Gen.OneOf(
            "yesterday", "today", "tomorrow", "last-week", "this-week", "next-week", "last-month", "this-month", "next-month", "last-year", "this-year", "next-year")
            .Select(op => (op, Array.Empty<string>())),
        With(
            ["last-x-days", "last-x-weeks", "last-x-months", "last-x-years", "olderthan-x-days", "olderthan-x-months", "olderthan-x-years"],
            Gen.Int[1, 30].Select(n => n.ToString(CultureInfo.InvariantCulture)),
            1,
            1));

    private static Gen<string> Texts(Kind kind, MemoryData data) => kind switch
    {
        Kind.Text => Text,
        Kind.Whole => Whole.Select(v => v.ToString(CultureInfo.InvariantCulture)),
        Kind.Decimal => Fraction.Select(v => v.ToString(CultureInfo.InvariantCulture)),
        Kind.Money => Amount.Select(v => v.ToString(CultureInfo.InvariantCulture)),
        Kind.YesNo => Gen.OneOf("0", "1"),
        Kind.Choice or Kind.Choices => Gen.OneOf("1", "2", "3"),
        Kind.Day => Day.Select(v => v.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture)),
        Kind.Time => Time.Select(v => v.ToString("yyyy-MM-dd'T'HH:mm:ss'Z'", CultureInfo.InvariantCulture)),
        _ => Gen.OneOf(data.Groups.Select(g => g.Id.ToString("D")).Append(Values.Names.Missing.ToString("D")).ToArray()),
    };

    private static Gen<(string, string[])> With(string[] operators, Gen<string> value, int least, int most) =>
        Gen.Select(Gen.OneOf(operators), value.Array[least, most], (op, values) => (op, values));

    private static Gen<T?> Maybe<T>(Gen<T> gen)
        where T : class => Gen.Select(Gen.Int[0, 3], gen, (none, value) => none == 0 ? null : value);
}
