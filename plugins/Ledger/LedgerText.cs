using CrmAddon.Plugins.Languages;

namespace CrmAddon.Plugins.Ledger;

/// <summary>What people are told when the ledger refuses.</summary>
internal static class LedgerText
{
    public static Refusal IsPosted(string key) => new("entry.is-posted", ("key", key));
}
