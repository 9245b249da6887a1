using System;
using System.Collections.Generic;
using Sprache;

namespace CrmAddon.Rules.Syntax;

/// <summary>How a rule of clauses is read, and how reading is taken up again at a clause after an error in one before.</summary>
/// <param name="Rule">The whole rule.</param>
/// <param name="Clauses">Clauses alone.</param>
/// <param name="Words">The words that clauses begin with.</param>
/// <param name="BeginsClause">Whether a line begins with a clause here.</param>
internal sealed record ClausedGrammar(
    Parser<RuleSyntax> Rule, Parser<IReadOnlyList<Clause>> Clauses, IReadOnlyCollection<string> Words, Func<TokenInput, bool> BeginsClause);
