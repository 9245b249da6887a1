namespace CrmAddon.Plugins.Registration;

/// <summary>Whether a step runs with the operation or as a system job after it; the values are the platform's.</summary>
public enum Mode
{
    /// <summary>Runs within the operation and its transaction.</summary>
    Synchronous = 0,

    /// <summary>Runs as a system job once the operation's transaction is committed.</summary>
    Asynchronous = 1,
}
