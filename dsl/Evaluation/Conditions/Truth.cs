namespace CrmAddon.Rules.Evaluation;

/// <summary>What a test comes to. Unknown stays unknown until the rule says what it then means.</summary>
internal enum Truth
{
    No,
    Yes,
    Unknown,
}
