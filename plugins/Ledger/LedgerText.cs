using Microsoft.Xrm.Sdk;

namespace CrmAddon.Plugins.Ledger;

/// <summary>What people are told when the ledger refuses.</summary>
internal static class LedgerText
{
    public static InvalidPluginExecutionException IsPosted(string key) => new(
        $"The ledger entry {key} is posted and is never changed or deleted. Correct the deal, the usage or the rules: the difference is "
        + "booked as a new entry in the open month.");
}
