namespace CrmAddon.Rules.Diagnostics;

/// <summary>
/// Every finding of the checker, with its code, words and hint: the one place where these texts stand. The language
/// reference has a line for each code.
/// </summary>
internal static partial class Problems
{
    public static Diagnostic More(TextRange range, DiagnosticSeverity severity) =>
        new("RUL0010", severity, range, "there is more to find than can be shown", "correct the first ones and check again");

    private static Diagnostic Error(string code, TextRange range, string message, Hint? hint = null, string? given = null) =>
        new(code, DiagnosticSeverity.Error, range, message, hint, given);

    private static Diagnostic Warning(string code, TextRange range, string message, Hint? hint = null, string? given = null) =>
        new(code, DiagnosticSeverity.Warning, range, message, hint, given);

    private static Hint? DidYouMean(string? nearest) => nearest is null ? null : new Hint($"did you mean '{nearest}'?", nearest);

    private static Hint? DidYouMeanRule(string? nearest) =>
        nearest is null ? null : new Hint($"did you mean \"{nearest}\"?", "\"" + nearest + "\"");
}
