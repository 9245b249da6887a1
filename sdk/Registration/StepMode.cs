namespace CrmAddon.Registration;

/// <summary>How a step runs; the values are the platform's.</summary>
public enum StepMode
{
    /// <summary>Within the operation.</summary>
    Synchronous = 0,

    /// <summary>As a system job after the operation.</summary>
    Asynchronous = 1,
}
