using System.Collections.Generic;
using System.Linq;

namespace CrmAddon.Rules.Syntax;

/// <summary>A rule as it is written.</summary>
internal abstract record RuleSyntax(TextRange Range);

/// <summary>A rule of clauses. The name of a churn rule, which has none, is its keyword.</summary>
internal sealed record ClausedRule(string Kind, Named Name, IReadOnlyList<Clause> Clauses, TextRange Range) : RuleSyntax(Range);

internal sealed record RoleSyntax(IReadOnlyList<Named> Roles, TextRange Range) : RuleSyntax(Range);

/// <summary>field path is type from table.column.</summary>
internal sealed record FieldSyntax(
    Expression Path, Named Type, IReadOnlyList<Named> Choices, Expression Column, TextRange Range) : RuleSyntax(Range);

internal sealed record ExampleSyntax(
    Named Name, IReadOnlyList<GivenItem> Given, IReadOnlyList<Expectation> Expected, TextRange Range) : RuleSyntax(Range);

/// <summary>The program line and its clauses.</summary>
internal sealed record HeaderSyntax(Named Name, Named Currency, IReadOnlyList<Clause> Clauses, TextRange Range)
{
    public RoundingClause? Rounding => Clauses.OfType<RoundingClause>().FirstOrDefault();

    public FiscalYearClause? FiscalYear => Clauses.OfType<FiscalYearClause>().FirstOrDefault();
}

/// <summary>A text as far as it could be read; names of rules that could not be read stand in <paramref name="Unread"/>.</summary>
internal sealed record ProgramSyntax(
    HeaderSyntax? Header, IReadOnlyList<RuleSyntax> Rules, IReadOnlyList<ClausedRule> Broken, ISet<(string Kind, string Name)> Unread);
