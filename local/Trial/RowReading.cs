using Microsoft.Xrm.Sdk;

namespace CrmAddon.Local.Trial;

/// <summary>Values of a row's columns in the types that the trial works with; for columns that the row always has, or whose default will do.</summary>
public static class RowReading
{
    /// <summary>A text; empty when the column is.</summary>
    public static string Text(this Entity row, string column) => row.GetAttributeValue<string>(column) ?? "";

    /// <summary>An amount; zero when the column is empty.</summary>
    public static decimal Amount(this Entity row, string column) => row.GetAttributeValue<Money>(column)?.Value ?? 0m;

    /// <summary>The number of a choice; -1 when the column is empty.</summary>
    public static int Choice(this Entity row, string column) => row.GetAttributeValue<OptionSetValue>(column)?.Value ?? -1;
}
