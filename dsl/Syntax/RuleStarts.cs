using CrmAddon.Rules.Text;

namespace CrmAddon.Rules.Syntax;

/// <summary>Where rules begin. Most of their keywords mean something inside a rule too, so the token after it decides.</summary>
internal static class RuleStarts
{
    public static bool IsAt(TokenInput input)
    {
        var next = input.Next;
        return input.Token.Kind == TokenKind.Word && !FollowsExpect(input) && input.Token.Text switch
        {
            "credit" or "commission" or "clawback" or "registration" or "example" => next.Kind == TokenKind.Text,
            "role" or "tier" or "field" => next.Kind == TokenKind.Word && !Follows(input, "."),
            "churn" => next.Is("when"),
            _ => false,
        };
    }

    /// <summary>Whether reading can be taken up here after an error: a rule begins, or a line begins with a rule's keyword.</summary>
    public static bool IsLikelyAt(TokenInput input) =>
        IsAt(input)
        || (input.Token.StartsLine && ReservedWords.Kinds.Contains(input.Token.Text) && !FollowsExpect(input)
            && !input.Next.Is(".") && !input.Next.Is("is") && !input.Next.Is(":"));

    private static bool FollowsExpect(TokenInput input) => Follows(input, "expect");

    private static bool Follows(TokenInput input, string word) =>
        input.Position > 0 && input.Stream.Tokens[input.Position - 1].Is(word);
}
