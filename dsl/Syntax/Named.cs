using CrmAddon.Rules.Text;

namespace CrmAddon.Rules.Syntax;

/// <summary>A name and where it stands.</summary>
internal sealed record Named(string Text, TextRange Range)
{
    public static Named Of(Token token) => new(token.Text, token.Range);
}
