namespace CrmAddon.Worker.Deployment.Importing;

/// <summary>How a solution file comes into an environment.</summary>
internal enum ImportWay
{
    /// <summary>Not at all: the environment has it.</summary>
    None,

    /// <summary>Over what is there, which stays where the file has nothing of its own.</summary>
    Update,

    /// <summary>In the place of an older managed version: what the new one no longer has goes.</summary>
    Upgrade,
}
