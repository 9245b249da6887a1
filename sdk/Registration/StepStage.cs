namespace CrmAddon.Registration;

/// <summary>Where in the event pipeline a step runs; the values are the platform's.</summary>
public enum StepStage
{
    /// <summary>Before the main operation and, for the outermost one, before the transaction.</summary>
    PreValidation = 10,

    /// <summary>In the transaction, before the row is written.</summary>
    PreOperation = 20,

    /// <summary>After the row is written: in the transaction, or for asynchronous steps once it is committed.</summary>
    PostOperation = 40,
}
