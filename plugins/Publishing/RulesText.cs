using CrmAddon.Plugins.Dataverse;

namespace CrmAddon.Plugins.Publishing;

/// <summary>The text of rules.</summary>
internal static class RulesText
{
    /// <summary>Its hash, as <see cref="CrmAddon.Rules.RuleProgram.Hash"/> gives it for a text without errors; line ends don't matter.</summary>
    public static string HashOf(string text) => Sha256Text.Of(text.Replace("\r\n", "\n").Replace('\r', '\n'));
}
