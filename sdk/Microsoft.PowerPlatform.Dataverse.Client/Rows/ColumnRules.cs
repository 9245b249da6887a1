using System;
using System.Linq;
using System.ServiceModel;
using Microsoft.PowerPlatform.Dataverse.Client.Tables;
using Microsoft.PowerPlatform.Dataverse.Client.Wire;
using Microsoft.Xrm.Sdk;

namespace Microsoft.PowerPlatform.Dataverse.Client.Rows;

/// <summary>
/// What a column's value has to be in the SDK. JSON would hide a mistake (a whole number looks like a choice), and the platform's
/// refusal of JSON speaks of another language than the caller's.
/// </summary>
internal static class ColumnRules
{
    /// <summary>Checks a value before it is sent.</summary>
    /// <exception cref="FaultException{TDetail}">It is of another type, or points to a table that the lookup doesn't.</exception>
    public static void Check(TableDefinition table, ColumnDefinition column, object? value)
    {
        if (value is null)
            return;
        if (Expected(column.Kind) is { } type && !type.IsInstanceOfType(value))
            throw Refuse($"Incorrect attribute value type {value.GetType()} for '{table.LogicalName}.{column.Name}': {type.Name} is expected.");
        if (value is EntityReference row && column.Lookups.Count > 0 && !PointsTo(column, row.LogicalName))
        {
            var tables = string.Join(" or ", column.Lookups.Select(lookup => lookup.Table).Distinct());
            throw Refuse($"'{table.LogicalName}.{column.Name}' points to rows of {tables}, not of {row.LogicalName}.");
        }
    }

    // The platform's table 'owner' stands for users and teams.
    private static bool PointsTo(ColumnDefinition column, string table) => column.Lookups.Any(
        lookup => lookup.Table == table || (lookup.Table == "owner" && table is "systemuser" or "team"));

    private static Type? Expected(ColumnKind kind) => kind switch
    {
        ColumnKind.Text => typeof(string),
        ColumnKind.Boolean => typeof(bool),
        ColumnKind.Integer => typeof(int),
        ColumnKind.BigInteger => typeof(long),
        ColumnKind.Double => typeof(double),
        ColumnKind.Decimal => typeof(decimal),
        ColumnKind.Money => typeof(Money),
        ColumnKind.Guid => typeof(Guid),
        ColumnKind.Lookup => typeof(EntityReference),
        ColumnKind.Choice => typeof(OptionSetValue),
        ColumnKind.Choices => typeof(OptionSetValueCollection),
        ColumnKind.Date or ColumnKind.DateAndTime => typeof(DateTime),
        ColumnKind.Bytes => typeof(byte[]),
        _ => null,
    };

    private static FaultException<OrganizationServiceFault> Refuse(string message) => WireFaults.Refuse(WireFaults.InvalidArgument, message);
}
