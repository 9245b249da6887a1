namespace CrmAddon.Local.Metadata;

/// <summary>What the deletion of a parent does to the rows that point to it.</summary>
internal enum DeleteCascade
{
    NoCascade,
    Cascade,
    RemoveLink,
    Restrict,
}

/// <summary>To which of the rows that point to a parent an assignment, a share, a merge or a change of parent goes on.</summary>
internal enum Cascade
{
    NoCascade,

    /// <summary>To all.</summary>
    Cascade,

    /// <summary>To those in an active state.</summary>
    Active,

    /// <summary>To those with the parent's (former) owner.</summary>
    UserOwned,
}
