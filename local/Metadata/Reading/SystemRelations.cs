using System.Collections.Generic;
using System.Linq;

namespace CrmAddon.Local.Metadata.Reading;

/// <summary>
/// The relations that the platform ties to every table's own lookups (created by, owner, currency), where no solution lists them. Their
/// names follow the platform's: <c>lk_TABLE_createdby</c>, <c>user_TABLE</c>, <c>business_unit_TABLE</c>.
/// </summary>
internal static class SystemRelations
{
    public static void Add(IReadOnlyDictionary<string, TableMetadata> tables, Dictionary<string, TableRelation> relations)
    {
        foreach (var table in tables.Values.Where(t => !t.IsIntersect))
        {
            foreach (var lookup in table.Columns.Where(c => c.Type == ColumnType.Lookup && Platform.IsSystemLookup(c.Name)))
            {
                foreach (var target in lookup.Targets)
                {
                    if (!table.Parents.Any(r => r.ChildColumn == lookup.Name && r.ParentTable == target) && tables.TryGetValue(target, out var parent))
                    {
                        Add(table, lookup, parent, relations);
                    }
                }
            }
        }
    }

    private static void Add(TableMetadata table, ColumnMetadata lookup, TableMetadata parent, Dictionary<string, TableRelation> relations)
    {
        var name = NameOf(table, lookup, parent);
        var relation = new RelationMetadata(name, parent.Name, table.Name, lookup.Name, DeleteCascade.NoCascade)
        {
            IsCustom = table.IsCustom,
            NavigationFromChild = lookup.Name,
        };
        if (relations.TryAdd(name, relation))
        {
            parent.AddChild(relation);
            table.AddParent(relation);
        }
    }

    private static string NameOf(TableMetadata table, ColumnMetadata lookup, TableMetadata parent)
    {
        // Standard tables are named in the plural here (user_accounts), or with "base" (lk_accountbase_createdby).
        var one = table.IsCustom || table.IsActivity ? table.Name : table.Name + "base";
        var many = table.IsCustom ? table.Name : table.EntitySetName;
        return lookup.Name switch
        {
            "ownerid" => parent.Name == "team" ? $"owner_team_{many}" : $"owner_{many}",
            "owninguser" => $"user_{many}",
            "owningteam" => $"team_{many}",
            "owningbusinessunit" => $"business_unit_{many}",
            "organizationid" => $"organization_{many}",
            "transactioncurrencyid" => $"transactioncurrency_{table.Name}",
            var column => $"lk_{one}_{column}",
        };
    }
}
