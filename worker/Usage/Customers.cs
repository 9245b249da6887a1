using System;
using System.Collections.Generic;
using System.Linq;
using CrmAddon.Worker.Dataverse;
using Microsoft.Xrm.Sdk;
using Microsoft.Xrm.Sdk.Messages;

namespace CrmAddon.Worker.Usage;

/// <summary>
/// Sub-accounts are customers: accounts of the CRM, found by <c>cov_cloudaccount</c>. One that the CRM doesn't know yet is
/// created with the name that the file gives it; a known one is never renamed, its name belongs to the CRM.
/// </summary>
internal static class Customers
{
    private const string Table = "account";
    private const string Key = "cov_cloudaccount";
    private const int LongestName = 160;

    /// <summary>The account of each sub-account, and how many had to be created.</summary>
    public static (Dictionary<string, Guid> Ids, int Created) Resolve(
        IOrganizationService service, IReadOnlyCollection<UsageSum> sums, int batchSize)
    {
        var names = Names(sums);
        var ids = service.IdsByKey(Table, Key, names.Keys);
        var missing = names.Where(name => !ids.ContainsKey(name.Key)).OrderBy(name => name.Key, StringComparer.Ordinal).ToList();
        foreach (var some in missing.Chunk(batchSize))
        {
            // By key and not by Create: another import may meet the same new customer at the same moment.
            var accounts = some.Select(name => new Entity(Table, Key, name.Key) { ["name"] = Text.Shorten(name.Value, LongestName) });
            service.Execute(new UpsertMultipleRequest { Targets = new EntityCollection([.. accounts]) { EntityName = Table } });
        }

        foreach (var (key, id) in service.IdsByKey(Table, Key, missing.Select(name => name.Key)))
            ids[key] = id;
        return (ids, missing.Count);
    }

    private static Dictionary<string, string> Names(IEnumerable<UsageSum> sums)
    {
        Dictionary<string, string> names = new(StringComparer.OrdinalIgnoreCase);
        foreach (var sum in sums)
        {
            var name = sum.SubAccountName;
            if (!names.TryGetValue(sum.Key.SubAccount, out var known))
                names[sum.Key.SubAccount] = name ?? sum.Key.SubAccount;
            else if (name is not null && (known == sum.Key.SubAccount || string.CompareOrdinal(name, known) < 0))
                names[sum.Key.SubAccount] = name;
        }

        return names;
    }
}
