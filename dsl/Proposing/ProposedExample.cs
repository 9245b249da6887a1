namespace CrmAddon.Rules;

/// <summary>An example that a program lacks, with what its rules come to today.</summary>
/// <param name="Name">Its name, which says what it is for.</param>
/// <param name="Text">The whole rule, ready to be added to the program.</param>
public sealed record ProposedExample(string Name, string Text);
