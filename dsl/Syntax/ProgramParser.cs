using System.Collections.Generic;
using System.Linq;
using CrmAddon.Rules.Diagnostics;
using CrmAddon.Rules.Text;
using Sprache;

namespace CrmAddon.Rules.Syntax;

/// <summary>Reads a text rule by rule. After an error it goes on at the next rule, so that all errors are found at once.</summary>
internal sealed class ProgramParser
{
    private static readonly Dictionary<string, ClausedGrammar> Claused = new()
    {
        ["credit"] = CreditGrammar.Rule,
        ["commission"] = CommissionGrammar.Rule,
        ["clawback"] = OtherRulesGrammar.Clawback,
        ["churn"] = OtherRulesGrammar.Churn,
        ["registration"] = OtherRulesGrammar.Registration,
        ["tier"] = OtherRulesGrammar.Tier,
    };

    private static readonly Dictionary<string, Parser<RuleSyntax>> Kinds =
        new(Claused.ToDictionary(kind => kind.Key, kind => kind.Value.Rule))
        {
            ["role"] = OtherRulesGrammar.Role,
            ["field"] = OtherRulesGrammar.Field,
            ["example"] = ExampleGrammar.Rule,
        };

    private readonly TokenStream stream;
    private readonly DiagnosticBag bag;
    private readonly List<RuleSyntax> rules = [];
    private readonly List<ClausedRule> broken = [];
    private readonly HashSet<(string, string)> unread = [];
    private HeaderSyntax? header;
    private TokenInput here;
    private ClausedGrammar? clauses;
    private int failedAt;

    private ProgramParser(IReadOnlyList<Token> tokens, DiagnosticBag bag, ParseLog? log)
    {
        this.bag = bag;
        stream = new TokenStream(tokens) { Log = log };
        here = stream.At(0);
    }

    public static ProgramSyntax Read(IReadOnlyList<Token> tokens, DiagnosticBag bag) => Read(tokens, bag, null);

    /// <summary>Reads a text, or a piece of one that begins with a rule, and keeps what was read where.</summary>
    public static ProgramSyntax Read(IReadOnlyList<Token> tokens, DiagnosticBag bag, ParseLog? log, bool isPiece = false)
    {
        var parser = new ProgramParser(tokens, bag, log);
        if (!isPiece)
        {
            parser.ReadLanguage();
            parser.ReadHeader();
        }
        while (!parser.here.AtEnd && parser.rules.Count <= Limits.Rules)
            parser.ReadRule();
        if (parser.rules.Count > Limits.Rules)
            bag.Add(Problems.TooManyRules(parser.here.Token.Range, Limits.Rules));
        return new ProgramSyntax(parser.header, parser.rules, parser.broken, parser.unread);
    }

    private void ReadLanguage()
    {
        if (!here.Token.Is("language"))
        {
            bag.Add(Problems.NoLanguage(here.Token.Range));
            return;
        }
        var version = Take(HeaderGrammar.Language, () => here.Token.Is("program") || RuleStarts.IsLikelyAt(here));
        if (version is not null && version.Number != 1)
            bag.Add(Problems.OtherLanguage(version.Range, version.Text));
    }

    private void ReadHeader()
    {
        if (here.Token.Is("program"))
            header = Take(HeaderGrammar.Program, () => RuleStarts.IsLikelyAt(here));
        else
            bag.Add(Problems.NoProgram(here.Token.Range));
    }

    private void ReadRule()
    {
        var start = here;
        var known = rules.Count;
        ReadRuleHere();
        stream.Log?.Rules.Add(new RulePlace(start.Token.Text, start.Position, here.Position, rules.Count > known));
    }

    private void ReadRuleHere()
    {
        stream.Begin();
        if (here.Token.Kind == TokenKind.Word && Kinds.TryGetValue(here.Token.Text, out var parser))
        {
            // Until it is read: who names it later is not told that it does not exist.
            var name = (here.Token.Text, here.Next.Text);
            unread.Add(name);
            clauses = Claused.TryGetValue(here.Token.Text, out var claused) ? claused : null;
            var start = here;
            var rule = Take(parser, ResumesInRule);
            if (rule is not null && EndsHere())
            {
                rules.Add(rule);
                unread.Remove(name);
                return;
            }
            var read = new List<Clause>(Whole((rule as ClausedRule)?.Clauses ?? []));
            ReadOtherClauses(read);
            if (clauses is not null)
                broken.Add(new ClausedRule(start.Token.Text, new Named(name.Item2, start.Next.Range), read, start.Token.Range));
            return;
        }
        bag.Add(Problems.NoRule(here.Token, Nearest.Of(here.Token.Text, ReservedWords.Kinds)));
        Skip(() => RuleStarts.IsLikelyAt(here));
    }

    // The clauses of a rule end where none begins: unless that is a rule, what was expected there is the best message.
    private bool EndsHere()
    {
        if (here.AtEnd || RuleStarts.IsLikelyAt(here) || IsMisspeltRule())
            return true;
        stream.Expect(here.Position, "the next rule");
        ReportFailure();
        Skip(ResumesInRule);
        return false;
    }

    // A rule with an error is not bound, but the errors of its other clauses are shown at once too.
    private void ReadOtherClauses(List<Clause> into)
    {
        while (clauses is not null && !here.AtEnd && !RuleStarts.IsLikelyAt(here))
        {
            var read = Take(clauses.Clauses, ResumesInRule);
            var ends = read is not null && EndsHere();
            into.AddRange(ends ? read! : Whole(read ?? []));
            if (ends)
                return;
        }
    }

    // What failed within a line belongs to the clause before it, of which only the beginning was read.
    private IEnumerable<Clause> Whole(IReadOnlyList<Clause> read) => stream.Tokens[failedAt].StartsLine ? read : read.Take(read.Count - 1);

    private bool ResumesInRule() => RuleStarts.IsLikelyAt(here) || (clauses is not null && (clauses.BeginsClause(here) || IsMisspeltClause()));

    // What stands at the place of the last failure has been reported.
    private bool IsMisspeltClause() =>
        here.Token.Kind == TokenKind.Word && here.Token.StartsLine && here.Position != failedAt && char.IsLower(here.Token.Text[0])
        && Nearest.Of(here.Token.Text, clauses!.Words) is not null;

    private bool IsMisspeltRule() =>
        here.Token.Kind == TokenKind.Word && here.Token.StartsLine && Nearest.Of(here.Token.Text, ReservedWords.Kinds) is not null;

    private T? Take<T>(Parser<T> parser, System.Func<bool> resume)
        where T : class
    {
        stream.Begin();
        var result = parser(here);
        if (result.WasSuccessful)
        {
            here = (TokenInput)result.Remainder;
            return result.Value;
        }
        var start = here.Position;
        ReportFailure();
        here = stream.At(System.Math.Max(start + 1, stream.Furthest));
        Skip(resume, evenHere: true);
        return null;
    }

    private void ReportFailure()
    {
        failedAt = System.Math.Max(0, stream.Furthest);
        var token = stream.Tokens[failedAt];
        if (stream.Refusal is { } refusal)
            bag.Add(refusal);
        else if (!token.IsAfterStray)
            bag.Add(Problems.Unexpected(token, stream.Expected));
    }

    private void Skip(System.Func<bool> resume, bool evenHere = false)
    {
        if (!evenHere && !here.AtEnd)
            here = (TokenInput)here.Advance();
        while (!here.AtEnd && !resume())
            here = (TokenInput)here.Advance();
    }
}
