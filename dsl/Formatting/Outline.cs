using System.Collections.Generic;
using System.Linq;
using CrmAddon.Rules.Syntax;

namespace CrmAddon.Rules.Formatting;

/// <summary>What becomes of empty lines before a line of the outline.</summary>
internal enum Blanks
{
    /// <summary>One stays where there are any.</summary>
    Keep,

    /// <summary>None stays: it follows what it belongs to.</summary>
    Drop,

    /// <summary>One stays, and one is put where there is none.</summary>
    Put,
}

/// <summary>A line that the layout begins, whatever its length.</summary>
/// <param name="Token">The token that it begins with.</param>
/// <param name="Indent">Blanks before it.</param>
/// <param name="Blanks">What becomes of empty lines before it.</param>
/// <param name="Table">The table that it is a row of; 0 for none.</param>
/// <param name="IsFacts">Whether it lists facts, which fill lines, and no condition.</param>
internal sealed record OutlineLine(int Token, int Indent, Blanks Blanks, int Table = 0, bool IsFacts = false);

/// <summary>The lines of a program: one for each rule, clause and item. Clauses that are added to the language need nothing here.</summary>
internal sealed class Outline
{
    private const int ClauseIndent = 2;
    private const int ItemIndent = 4;

    private readonly TokenPlaces places;
    private readonly List<OutlineLine> lines = [];
    private int tables;

    public Outline(TokenPlaces places, ProgramSyntax syntax)
    {
        this.places = places;
        lines.Add(new OutlineLine(0, 0, Blanks.Keep));
        AddHeader(syntax.Header!);
        RuleSyntax? before = null;
        foreach (var rule in syntax.Rules)
        {
            // Roles and fields take a line each, and may stand together.
            var together = rule is RoleSyntax or FieldSyntax && rule.GetType() == before?.GetType();
            lines.Add(new OutlineLine(places.At(rule.Range), 0, together ? Blanks.Keep : Blanks.Put));
            AddParts(rule);
            before = rule;
        }
    }

    public IReadOnlyList<OutlineLine> Lines => lines;

    /// <summary>Tokens where a line that is too long is broken first: where the partners of an example begin.</summary>
    public HashSet<int> BreaksFirst { get; } = [];

    private void AddHeader(HeaderSyntax header)
    {
        lines.Add(new OutlineLine(places.At(header.Range), 0, Blanks.Keep));
        AddClauses(header.Clauses);
    }

    private void AddClauses(IReadOnlyList<Clause> clauses)
    {
        for (var i = 0; i < clauses.Count; i++)
            AddClause(clauses[i], i == 0);
    }

    private void AddParts(RuleSyntax rule)
    {
        switch (rule)
        {
            case ClausedRule claused:
                AddClauses(claused.Clauses);
                break;
            case ExampleSyntax example:
                AddExample(example);
                break;
        }
    }

    private void AddClause(Clause clause, bool first)
    {
        lines.Add(new OutlineLine(places.First(clause), ClauseIndent, first ? Blanks.Drop : Blanks.Keep));
        if (clause is SharesClause shares)
            AddTable(shares.Shares.Select(share => share.Range));
        else if (clause is StepsClause steps)
            AddTable(steps.Steps.Select(step => step.Range));
    }

    private void AddTable(IEnumerable<TextRange> rows)
    {
        tables++;
        var blanks = Blanks.Drop;
        foreach (var row in rows)
        {
            lines.Add(new OutlineLine(places.At(row), ItemIndent, blanks, tables));
            blanks = Blanks.Keep;
        }
    }

    // The words given and expect stand before the ranges: a partner may have them as its name.
    private void AddExample(ExampleSyntax example)
    {
        lines.Add(new OutlineLine(places.At(example.Name.Range) + 1, ClauseIndent, Blanks.Drop, IsFacts: true));
        for (var i = 1; i < example.Given.Count; i++)
        {
            if (example.Given[i] is not GivenPartner || example.Given[i - 1] is GivenPartner)
                continue;
            var partner = places.At(example.Given[i].Range);
            if (places.Tokens[partner - 1].Is("and"))
                BreaksFirst.Add(partner - 1);
            else if (places.Tokens[partner - 1].Is(","))
                BreaksFirst.Add(partner);
        }
        foreach (var expected in example.Expected)
            lines.Add(new OutlineLine(places.At(expected.Range) - 1, ClauseIndent, Blanks.Keep));
    }
}
