namespace CrmAddon.Local.Metadata;

/// <summary>What the deletion of a parent does to the rows that point to it.</summary>
internal enum DeleteCascade
{
    NoCascade,
    Cascade,
    RemoveLink,
    Restrict,
}

/// <summary>A one-to-many relation: <paramref name="ChildTable"/>.<paramref name="ChildColumn"/> points to <paramref name="ParentTable"/>.</summary>
internal sealed record RelationMetadata(
    string Name, string ParentTable, string ChildTable, string ChildColumn, DeleteCascade OnDelete);
