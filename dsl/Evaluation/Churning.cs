namespace CrmAddon.Rules.Evaluation;

/// <summary>Whether a customer is active: by the program's churn rule, or by the customer's status where there is none.</summary>
internal static class Churning
{
    /// <summary>The status of an active customer.</summary>
    public const string Active = "active";

    public static bool IsActive(BoundProgram program, Facts facts) => program.Churn is { } churn
        ? !churn.Holds(facts)
        : program.Status.Read(facts).AsName == Active;

    public static void Explain(BoundProgram program, Facts facts, Trace into)
    {
        var since = into.Here;
        program.Churn?.Explain(facts, 0, into);
        into.Activity(since, facts.CustomerIsActive, program.Churn is null ? program.Status.Read(facts).AsName : null);
    }
}
