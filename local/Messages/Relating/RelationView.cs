using System.ServiceModel;
using CrmAddon.Local.Metadata;
using Microsoft.Xrm.Sdk;

namespace CrmAddon.Local.Messages.Relating;

/// <summary>A relation as a row of one of its tables sees it.</summary>
/// <param name="Relation">The relation, of either kind.</param>
/// <param name="End">Where the row stands.</param>
/// <param name="OtherTable">Table of the rows at the other end.</param>
internal sealed record RelationView(TableRelation Relation, RelationEnd End, string OtherTable)
{
    /// <summary>The lookup of a one-to-many relation.</summary>
    public string Lookup => ((RelationMetadata)Relation).ChildColumn;

    public ManyToManyMetadata Pairs => (ManyToManyMetadata)Relation;

    /// <summary>Column of the pairs that holds the row's own id.</summary>
    public string OwnColumn => End == RelationEnd.First ? Pairs.FirstColumn : Pairs.SecondColumn;

    /// <summary>Column of the pairs that holds the other row's id.</summary>
    public string OtherColumn => End == RelationEnd.First ? Pairs.SecondColumn : Pairs.FirstColumn;

    /// <summary>
    /// How a row of this table sees the relation. A relation of a table with itself needs to know the row's role: the referenced side is
    /// the parent or the second of a pair, the referencing side the child or the first.
    /// </summary>
    public static RelationView Of(SolutionMetadata metadata, string table, Relationship relationship)
    {
        var relation = relationship.SchemaName is { } name ? metadata.FindRelation(name) : null;
        return relation switch
        {
            RelationMetadata r when r.ParentTable == r.ChildTable && r.ParentTable == table =>
                new(r, IsReferenced(relationship) ? RelationEnd.Parent : RelationEnd.Child, table),
            RelationMetadata r when r.ParentTable == table => new(r, RelationEnd.Parent, r.ChildTable),
            RelationMetadata r when r.ChildTable == table => new(r, RelationEnd.Child, r.ParentTable),
            ManyToManyMetadata m when m.IsReflexive && m.FirstTable == table =>
                new(m, IsReferenced(relationship) ? RelationEnd.Second : RelationEnd.First, table),
            ManyToManyMetadata m when m.FirstTable == table => new(m, RelationEnd.First, m.SecondTable),
            ManyToManyMetadata m when m.SecondTable == table => new(m, RelationEnd.Second, m.FirstTable),
            null => throw Faults.Argument($"There is no relationship with the schema name '{relationship.SchemaName}'."),
            _ => throw Faults.Argument($"The table '{table}' is not part of the relationship '{relation.Name}'."),
        };
    }

    private static bool IsReferenced(Relationship relationship) => relationship.PrimaryEntityRole switch
    {
        EntityRole.Referenced => true,
        EntityRole.Referencing => false,
        _ => throw NoRole(relationship),
    };

    private static FaultException<OrganizationServiceFault> NoRole(Relationship relationship) =>
        Faults.Argument($"Entity role must be specified for reflexive relationship '{relationship.SchemaName}'.");
}

/// <summary>An end of a relation.</summary>
internal enum RelationEnd
{
    /// <summary>Rows point to it.</summary>
    Parent,

    /// <summary>It has the lookup.</summary>
    Child,

    /// <summary>It is in the first column of the pairs.</summary>
    First,

    /// <summary>It is in the second column of the pairs.</summary>
    Second,
}
