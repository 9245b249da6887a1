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

    /// <summary>Whether the rows of a table are solutions, their components, and what ties them.</summary>
    public static bool KeepsComponents(string table) => table is "solution" or "publisher" or "solutioncomponent" or "importjob"
        or "systemform" or "savedquery" or "savedqueryvisualization" or "appmodule" or "appmodulecomponent" or "appmoduleroles" or "sitemap"
        or "webresource" or "workflow" or "duplicaterule" or "duplicaterulecondition"
        or "customapi" or "customapirequestparameter" or "customapiresponseproperty";

    public static bool IsSystemLookup(string column) => SystemLookups.ContainsKey(column);

    /// <summary>Columns that nobody but the platform writes, even where the solution's file lists them.</summary>
    public static bool IsPlatformOwned(string column) =>
        column is "createdon" or "createdby" or "modifiedon" or "modifiedby" or "versionnumber"
            or "owningbusinessunit" or "owninguser" or "owningteam" or "organizationid";

    public static void AddColumns(TableMetadata table)
    {
        AddStates(table);
        Add(table, "CreatedOn", "Created On", ColumnType.DateTime, isPlatformOwned: true);
        Add(table, "ModifiedOn", "Modified On", ColumnType.DateTime, isPlatformOwned: true);
        Add(table, "OverriddenCreatedOn", "Record Created On", ColumnType.DateTime);
        Add(table, "ImportSequenceNumber", "Import Sequence Number", ColumnType.WholeNumber);
        Add(table, "VersionNumber", "Version Number", ColumnType.BigNumber, isPlatformOwned: true);
        Add(table, "CreatedBy", "Created By", ColumnType.Lookup, isPlatformOwned: true);
        Add(table, "ModifiedBy", "Modified By", ColumnType.Lookup, isPlatformOwned: true);
        Add(table, "CreatedOnBehalfBy", "Created By (Delegate)", ColumnType.Lookup);
        Add(table, "ModifiedOnBehalfBy", "Modified By (Delegate)", ColumnType.Lookup);
        if (table.IsUserOwned)
        {
            Add(table, "OwnerId", "Owner", ColumnType.Lookup);
            Add(table, "OwningBusinessUnit", "Owning Business Unit", ColumnType.Lookup, isPlatformOwned: true);
            Add(table, "OwningUser", "Owning User", ColumnType.Lookup, isPlatformOwned: true);
            Add(table, "OwningTeam", "Owning Team", ColumnType.Lookup, isPlatformOwned: true);
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
            Add(table, "statecode", "Status", ColumnType.State);
            Add(table, "statuscode", "Status Reason", ColumnType.Status);
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

        Add(table, "TransactionCurrencyId", "Currency", ColumnType.Lookup);
        Add(table, "ExchangeRate", "Exchange Rate", ColumnType.Decimal, precision: 10);
        foreach (var column in money)
        {
            Add(table, column.SchemaName + "_Base", column.DisplayName + " (Base)", ColumnType.Money, precision: 4, baseOf: column.Name);
        }
    }

    private static void Add(
        TableMetadata table, string schemaName, string label, ColumnType type, bool isPlatformOwned = false, int precision = 0, string? baseOf = null)
    {
        var name = schemaName.ToLowerInvariant();
        if (table.Has(name))
        {
            return;
        }

        table.Add(new ColumnMetadata
        {
            Name = name,
            SchemaName = schemaName,
            DisplayName = label,
            Type = type,
            DeclaredType = ColumnTypes.WordOf(type),
            Precision = precision,
            BaseOf = baseOf,
            IsPlatformOwned = isPlatformOwned,
            IsValidForCreate = !isPlatformOwned && baseOf is null && name is not ("exchangerate" or "statecode"),
            IsValidForUpdate = !isPlatformOwned && baseOf is null && name is not ("exchangerate" or "overriddencreatedon"),
        });
    }
}
