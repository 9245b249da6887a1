using System;
using System.Collections.Generic;
using System.Linq;

namespace CrmAddon.Worker.Usage.Focus;

/// <summary>Where in a file each column stands. Columns are found by name, whatever their case and order.</summary>
public sealed class FocusHeader
{
    private static readonly Dictionary<string, FocusColumn> Names = new(StringComparer.OrdinalIgnoreCase);

    private readonly Dictionary<FocusColumn, int> _positions = [];

    static FocusHeader()
    {
        foreach (var column in Enum.GetValues<FocusColumn>())
            Names[column.ToString()] = column;
        Names["ServiceProviderName"] = FocusColumn.ProviderName; // its name from FOCUS 1.3 on
    }

    private FocusHeader()
    {
    }

    /// <summary>The columns that the file has, with the position of each, counted from 0.</summary>
    public IReadOnlyDictionary<FocusColumn, int> Positions => _positions;

    /// <summary>
    /// Finds the columns by the names in a file's header.
    /// </summary>
    /// <exception cref="UsageFileException">A column stands there twice, so that nobody can say which one counts.</exception>
    public static FocusHeader Of(IReadOnlyList<string> names)
    {
        var header = new FocusHeader();
        for (var i = 0; i < names.Count; i++)
        {
            if (!Names.TryGetValue(names[i].Trim(), out var column))
                continue;
            // A file of the time of the renaming may carry both names; the first one is as good as the other.
            if (!header._positions.TryAdd(column, i) && column != FocusColumn.ProviderName)
                throw new UsageFileException($"The header names the column {column} twice. Remove one of them and import the file again.");
        }

        return header;
    }

    /// <summary>Refuses a file in which a column is missing without which no row can be understood.</summary>
    /// <param name="measure">The column with the cost to import.</param>
    /// <param name="assumed">Columns that need not be there because the caller said what to assume for them.</param>
    /// <exception cref="UsageFileException">Names every missing column.</exception>
    public void Require(FocusColumn measure, IReadOnlyCollection<FocusColumn> assumed)
    {
        List<FocusColumn> missing = [.. new[]
        {
            FocusColumn.ProviderName, FocusColumn.BillingCurrency, FocusColumn.BillingPeriodStart, FocusColumn.ChargePeriodStart,
            FocusColumn.ChargeCategory, measure,
        }.Where(column => !Has(column))];
        if (!Has(FocusColumn.BillingAccountId) && !Has(FocusColumn.SubAccountId))
            missing.Add(FocusColumn.BillingAccountId);
        if (missing.Count > 0)
        {
            throw new UsageFileException(
                $"This is no FOCUS file, or not all of one: it has no column {string.Join(", ", missing)}. Export it again with " +
                $"these columns, or say what to assume for all rows: --assume {missing[0]}=VALUE.");
        }

        bool Has(FocusColumn column) => _positions.ContainsKey(column) || assumed.Contains(column);
    }
}
