namespace CrmAddon.Rules.Cli.Input;

/// <summary>A program text and what the checker makes of it.</summary>
/// <param name="Path">As it was given.</param>
/// <param name="Text">What it says.</param>
/// <param name="Result">The program and the findings.</param>
internal sealed record CheckedFile(string Path, string Text, CheckResult Result)
{
    /// <summary>Its name for people.</summary>
    public string Name => InputFile.NameOf(Path);
}
