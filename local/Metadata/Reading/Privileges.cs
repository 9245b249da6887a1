using System.Collections.Generic;

namespace CrmAddon.Local.Metadata.Reading;

/// <summary>
/// The names that privileges of standard tables end in where it is not the table's schema name.
/// <see href="https://learn.microsoft.com/power-apps/developer/data-platform/security-roles">Security roles and privileges</see>
/// </summary>
internal static class Privileges
{
    private static readonly Dictionary<string, string> Special = new()
    {
        ["annotation"] = "Note",
        ["activitypointer"] = "Activity",
        ["activityparty"] = "Activity",
        ["systemuser"] = "User",
        ["usersettings"] = "UserSettings",
        ["salesorder"] = "Order",
        ["salesorderdetail"] = "Order",
        ["quotedetail"] = "Quote",
        ["invoicedetail"] = "Invoice",
        ["opportunityproduct"] = "Opportunity",
        ["pricelevel"] = "PriceLevel",
        ["productpricelevel"] = "Product",
        ["transactioncurrency"] = "TransactionCurrency",
        ["savedquery"] = "Query",
        ["savedqueryvisualization"] = "SavedQueryVisualizations",
    };

    /// <summary>The name's end, or null where it is the table's schema name. Every activity has the privileges of activities.</summary>
    public static string? NameOf(string table, bool isActivity) =>
        isActivity ? "Activity" : Special.GetValueOrDefault(table);
}
