using System.Collections.Generic;

namespace CrmAddon.Conformance.Differential;

/// <summary>What a generated column holds, as plain values: text, int, decimal, bool, sets of int, days and times, ids.</summary>
internal enum Kind
{
    Text,
    Whole,
    Decimal,
    Money,
    YesNo,
    Choice,
    Choices,
    Day,
    Time,
    Lookup,
}

/// <summary>The columns of the two generated tables (Cases/generated.world).</summary>
internal static class Columns
{
    public const string Item = "gen_item";
    public const string Group = "gen_group";

    /// <summary>The item's lookup to its group.</summary>
    public const string ToGroup = "gen_group";

    public static IReadOnlyDictionary<string, Kind> OfItem { get; } = new Dictionary<string, Kind>
    {
        ["gen_name"] = Kind.Text,
        ["gen_text"] = Kind.Text,
        ["gen_whole"] = Kind.Whole,
        ["gen_decimal"] = Kind.Decimal,
        ["gen_money"] = Kind.Money,
        ["gen_yes"] = Kind.YesNo,
        ["gen_choice"] = Kind.Choice,
        ["gen_choices"] = Kind.Choices,
        ["gen_day"] = Kind.Day,
        ["gen_time"] = Kind.Time,
        [ToGroup] = Kind.Lookup,
    };

    public static IReadOnlyDictionary<string, Kind> OfGroup { get; } = new Dictionary<string, Kind>
    {
        ["gen_name"] = Kind.Text,
        ["gen_number"] = Kind.Whole,
        ["gen_day"] = Kind.Day,
    };

    public static IReadOnlyDictionary<string, Kind> Of(string table) => table == Item ? OfItem : OfGroup;
}
