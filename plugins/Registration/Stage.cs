namespace CrmAddon.Plugins.Registration;

/// <summary>Where in Dataverse's event pipeline a step runs; the values are the platform's.</summary>
public enum Stage
{
    /// <summary>Before the main operation and, for the outermost operation, before the transaction.</summary>
    PreValidation = 10,

    /// <summary>Inside the transaction, before the row is written: the place to refuse and to complete values.</summary>
    PreOperation = 20,

    /// <summary>Inside the transaction (or, asynchronously, after it), once the row is written.</summary>
    PostOperation = 40,
}
