using System;
using System.Collections.Generic;
using System.Linq;
using System.Security.Cryptography;
using System.Text;
using CrmAddon.Worker.Dataverse;
using Microsoft.Xrm.Sdk;
using Microsoft.Xrm.Sdk.Messages;

namespace CrmAddon.Worker.Usage;

/// <summary>
/// Services are products of the CRM, found by a product number of provider and service: two providers may give a service the
/// same name. One that the CRM doesn't know yet is created.
/// </summary>
internal static class Products
{
    private const string Table = "product";
    private const string Key = "productnumber";
    private const int LongestText = 100;

    /// <summary>The product of each service by its number, and how many had to be created.</summary>
    public static (Dictionary<string, Guid> Ids, int Created) Resolve(IOrganizationService service, IEnumerable<UsageSum> sums)
    {
        Dictionary<string, string> names = new(StringComparer.OrdinalIgnoreCase);
        foreach (var sum in sums)
            names.TryAdd(NumberOf(sum.Key), sum.Key.Service);
        var ids = service.IdsByKey(Table, Key, names.Keys);
        var missing = names.Where(name => !ids.ContainsKey(name.Key)).OrderBy(name => name.Key, StringComparer.Ordinal).ToList();
        foreach (var (number, name) in missing)
        {
            // One by one: services are few, and not every table of the platform takes UpsertMultiple.
            var product = new Entity(Table, Key, number) { ["name"] = Text.Shorten(name, LongestText) };
            var response = (UpsertResponse)service.Execute(new UpsertRequest { Target = product });
            ids[number] = response.Target.Id;
        }

        return (ids, missing.Count);
    }

    /// <summary>
    /// <c>focus:PROVIDER/SERVICE</c>; where that is longer than a product number may be, its beginning and a hash of the whole.
    /// </summary>
    public static string NumberOf(UsageKey key)
    {
        var number = $"focus:{key.Provider}/{key.Service}";
        if (number.Length <= LongestText)
            return number;
        var hash = Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(number.ToUpperInvariant())))[..12];
        return Text.Shorten(number, LongestText - hash.Length - 1) + "#" + hash;
    }
}
