using System.Collections.Generic;

namespace CrmAddon.Local.Metadata.Reading;

/// <summary>The columns that the platform gives to every table, whether or not the solution's file lists them.</summary>
internal static class Platform
{
    private static readonly Dictionary<string, string[]> SystemLookups = new()
    {
        ["createdby"] = ["systemuser"],
        ["createdonbehalfby"] = ["systemuser"],
        ["modifiedby"] = ["systemuser"],
        ["modifiedonbehalfby"] = ["systemuser"],
        ["ownerid"] = ["systemuser", "team"],
        ["owninguser"] = ["systemuser"],
        ["owningteam"] = ["team"],
        ["owningbusinessunit"] = ["businessunit"],
        ["organizationid"] = ["organization"],
        ["transactioncurrencyid"] = ["transactioncurrency"],
    };

    private static readonly string[] StandardTables = ["organization", "businessunit", "systemuser", "transactioncurrency", "asyncoperation"];

    /// <exception cref="SolutionException">A table that every environment has rows of is missing.</exception>
    public static void CheckTables(IReadOnlyDictionary<string, TableMetadata> tables)
    {
        foreach (var table in StandardTables)
        {
            if (!tables.ContainsKey(table))
            {
                throw new SolutionException($"No solution declares the standard table {table}: put the folder of the standard tables first.");
            }
        }
    }

    public static bool IsSystemLookup(string column) => SystemLookups.ContainsKey(column);

    /// <summary>Columns that nobody but the platform writes, even where the solution's file lists them.</summary>
    public static bool IsPlatformOwned(string column) =>
        column is "createdon" or "createdby" or "modifiedon" or "modifiedby" or "versionnumber"
            or "owningbusinessunit" or "owninguser" or "owningteam" or "organizationid";

    public static void AddColumns(TableMetadata table)
    {
        AddStates(table);
        AddIfMissing(table, new() { Name = "createdon", Type = ColumnType.DateTime, IsPlatformOwned = true });
        AddIfMissing(table, new() { Name = "modifiedon", Type = ColumnType.DateTime, IsPlatformOwned = true });
        AddIfMissing(table, new() { Name = "overriddencreatedon", Type = ColumnType.DateTime });
        AddIfMissing(table, new() { Name = "versionnumber", Type = ColumnType.BigNumber, IsPlatformOwned = true });
        AddIfMissing(table, new() { Name = "createdby", Type = ColumnType.Lookup, IsPlatformOwned = true });
        AddIfMissing(table, new() { Name = "modifiedby", Type = ColumnType.Lookup, IsPlatformOwned = true });
        if (table.IsUserOwned)
        {
            AddIfMissing(table, new() { Name = "ownerid", Type = ColumnType.Lookup });
            AddIfMissing(table, new() { Name = "owningbusinessunit", Type = ColumnType.Lookup, IsPlatformOwned = true });
            AddIfMissing(table, new() { Name = "owninguser", Type = ColumnType.Lookup, IsPlatformOwned = true });
            AddIfMissing(table, new() { Name = "owningteam", Type = ColumnType.Lookup, IsPlatformOwned = true });
        }

        AddMoneyColumns(table);
        foreach (var column in table.Columns)
        {
            if (column.Type == ColumnType.Lookup && SystemLookups.TryGetValue(column.Name, out var targets))
            {
                foreach (var target in targets)
                {
                    column.AddTarget(target);
                }
            }
        }
    }

    private static void AddStates(TableMetadata table)
    {
        // The platform's own tables declare what they have; every custom table (its name has a prefix) has states.
        if (table.States is null && table.Name.Contains('_', System.StringComparison.Ordinal))
        {
            table.States = StateModel.ActiveInactive;
        }

        if (table.States is not null)
        {
            AddIfMissing(table, new() { Name = "statecode", Type = ColumnType.State, IsValidForCreate = false });
            AddIfMissing(table, new() { Name = "statuscode", Type = ColumnType.Status });
        }
    }

    private static void AddMoneyColumns(TableMetadata table)
    {
        List<ColumnMetadata> money = [.. table.Columns];
        money.RemoveAll(c => c.Type != ColumnType.Money || c.BaseOf is not null);
        if (money.Count == 0)
        {
            return;
        }

        AddIfMissing(table, new() { Name = "transactioncurrencyid", Type = ColumnType.Lookup });
        AddIfMissing(table, new() { Name = "exchangerate", Type = ColumnType.Decimal, Precision = 10 });
        foreach (var column in money)
        {
            AddIfMissing(table, new() { Name = column.Name + "_base", Type = ColumnType.Money, Precision = 4, BaseOf = column.Name });
        }
    }

    private static void AddIfMissing(TableMetadata table, ColumnMetadata column)
    {
        if (!table.Has(column.Name))
        {
            table.Add(column);
        }
    }
}
