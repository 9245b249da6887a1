namespace CrmAddon.Local.Trial;

/// <summary>A line of an input file that was set aside, and why.</summary>
/// <param name="Line">The line of the file, 1-based.</param>
/// <param name="Reason">What is wrong and what would be right, as a sentence.</param>
public sealed record Refusal(int Line, string Reason);
