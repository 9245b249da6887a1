using System.Diagnostics.CodeAnalysis;

namespace CrmAddon.Local.Metadata;

/// <summary>A relation between tables, found by its schema name: <see cref="RelationMetadata"/> or <see cref="ManyToManyMetadata"/>.</summary>
internal abstract record TableRelation(string Name)
{
    public bool IsCustom { get; init; }
}

/// <summary>A one-to-many relation: <paramref name="ChildTable"/>.<paramref name="ChildColumn"/> points to <paramref name="ParentTable"/>.</summary>
internal sealed record RelationMetadata(
    string Name, string ParentTable, string ChildTable, string ChildColumn, DeleteCascade OnDelete) : TableRelation(Name)
{
    public Cascade OnAssign { get; init; }

    public Cascade OnShare { get; init; }

    public Cascade OnUnshare { get; init; }

    /// <summary>What a change of the parent does to the child: with <see cref="Cascade.Cascade"/> the new parent's owner gets access.</summary>
    public Cascade OnReparent { get; init; }

    public Cascade OnMerge { get; init; }

    /// <summary>Whether the relation of a table with itself is its hierarchy (<c>above</c> and <c>under</c> in queries).</summary>
    public bool IsHierarchical { get; init; }

    /// <summary>Name of the single-valued navigation property on the child (the referencing table).</summary>
    [AllowNull]
    public string NavigationFromChild { get => field ?? ChildColumn; init; }

    /// <summary>Whether the solution's file gives that name, which then counts as it is written.</summary>
    public bool NamesNavigation { get; init; }

    /// <summary>Name of the collection-valued navigation property on the parent (the referenced table).</summary>
    [AllowNull]
    public string NavigationFromParent { get => field ?? Name; init; }
}

/// <summary>A many-to-many relation: rows of <paramref name="IntersectTable"/> hold an id of each table.</summary>
internal sealed record ManyToManyMetadata(
    string Name, string FirstTable, string SecondTable, string IntersectTable, string FirstColumn, string SecondColumn) : TableRelation(Name)
{
    [AllowNull]
    public string NavigationFromFirst { get => field ?? Name; init; }

    [AllowNull]
    public string NavigationFromSecond { get => field ?? Name; init; }

    public bool IsReflexive => FirstTable == SecondTable;
}
