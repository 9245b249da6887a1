namespace CrmAddon.Worker.Deployment;

/// <summary>What becomes of something in the environment.</summary>
internal enum ChangeKind
{
    /// <summary>It is not there and comes.</summary>
    Add,

    /// <summary>It is there and becomes another.</summary>
    Alter,

    /// <summary>It is there and goes.</summary>
    Remove,
}
