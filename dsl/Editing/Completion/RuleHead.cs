using System.Collections.Generic;
using System.Linq;
using CrmAddon.Rules.Diagnostics;
using CrmAddon.Rules.Text;

namespace CrmAddon.Rules.Editing;

/// <summary>The shortest beginning of a kind of rule, and the words from which it can be read on after a mistake.</summary>
internal sealed class RuleHead
{
    private static readonly Dictionary<string, RuleHead> ByKind = new[]
    {
        new RuleHead("credit \"x\""),
        new RuleHead("commission \"x\""),
        new RuleHead("clawback \"x\""),
        new RuleHead("churn"),
        new RuleHead("registration \"x\""),
        new RuleHead("tier x"),
        new RuleHead("example \"x\" given deal", "and", "expect"),
    }.ToDictionary(head => head.Tokens[0].Text);

    private readonly bool onAnyLine;
    private readonly HashSet<string> words;

    private RuleHead(string text, params string[] words)
    {
        var tokens = Lexer.Read(text, new DiagnosticBag());
        Tokens = [.. tokens.Take(tokens.Count - 1)];
        onAnyLine = words.Length > 0;
        this.words = onAnyLine
            ? [.. words]
            : [.. Probe.After(Tokens, isPiece: true).SelectMany(offer => OfferedWords.Of(offer.Noun!))];
    }

    public IReadOnlyList<Token> Tokens { get; }

    /// <summary>The head of a kind; null for a rule without clauses.</summary>
    public static RuleHead? Of(string kind) => ByKind.TryGetValue(kind, out var head) ? head : null;

    public bool CanGoOnAt(Token token) => words.Contains(token.Text) && (onAnyLine || token.StartsLine);
}
