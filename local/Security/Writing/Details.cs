using System;
using System.Collections.Generic;
using System.Linq;
using CrmAddon.Local.Metadata;
using CrmAddon.Local.Store;
using Microsoft.Xrm.Sdk;

namespace CrmAddon.Local.Security;

/// <summary>
/// Rows without an owner that are part of another row (the lines of an opportunity, quote, order or invoice): their table has the
/// privileges of the other table, and who may read or write the other row may read or write its lines.
/// </summary>
internal sealed class Details(Organization organization)
{
    private readonly Dictionary<TableMetadata, RelationMetadata?> _wholes = [];

    /// <summary>The relation to the row that a row of this table is part of, or null.</summary>
    public RelationMetadata? WholeOf(TableMetadata table)
    {
        if (table.Ownership != TableOwnership.None)
        {
            return null;
        }

        if (!_wholes.TryGetValue(table, out var relation))
        {
            relation = table.IsIntersect ? null : table.Parents.FirstOrDefault(r =>
                organization.Metadata.Find(r.ParentTable) is { IsUserOwned: true } whole && whole.PrivilegeName == table.PrivilegeName);
            _wholes.Add(table, relation);
        }

        return relation;
    }

    /// <summary>The row that a stored row is part of.</summary>
    public Guid? Whole(TableMetadata table, RelationMetadata relation, Guid row) => organization.Database
        .Prepare($"SELECT \"{relation.ChildColumn}\" FROM \"{table.Name}\" WHERE \"{table.PrimaryId.Name}\" = @0")
        .Value(Cells.ToBytes(row)) is byte[] id ? Cells.ToGuid(id) : null;

    /// <summary>The row that a row to be written is part of.</summary>
    public static Guid? Whole(RelationMetadata relation, Entity row) => row.GetAttributeValue<EntityReference>(relation.ChildColumn)?.Id;

    /// <summary>What an action on a part is on the whole.</summary>
    public static AccessRight OnWhole(AccessRight right) => right == AccessRight.Read ? AccessRight.Read : AccessRight.Write;
}
