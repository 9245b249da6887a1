namespace CrmAddon.SolutionPackager;

/// <summary>What a package or folder is for, as <c>Managed</c> in the manifest says it.</summary>
public enum PackageType
{
    /// <summary>To be changed further where it is imported.</summary>
    Unmanaged = 0,

    /// <summary>Finished: it can be removed as a whole where it is imported.</summary>
    Managed = 1,

    /// <summary>A folder from which either can be packed.</summary>
    Both = 2,
}
