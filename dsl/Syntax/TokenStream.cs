using System.Collections.Generic;
using CrmAddon.Rules.Text;

namespace CrmAddon.Rules.Syntax;

/// <summary>
/// The tokens of one text for the parser, and beside them what a parser of alternatives forgets: the furthest place where
/// anything failed and what was expected there.
/// </summary>
internal sealed class TokenStream
{
    private readonly TokenInput[] inputs;
    private readonly List<string> expected = [];

    public TokenStream(IReadOnlyList<Token> tokens)
    {
        Tokens = tokens;
        inputs = new TokenInput[tokens.Count];
    }

    public IReadOnlyList<Token> Tokens { get; }

    public int Furthest { get; private set; } = -1;

    public IReadOnlyList<string> Expected => expected;

    /// <summary>How many parentheses and signs are open.</summary>
    public int Depth { get; set; }

    /// <summary>How many suffixes of the condition that was read last contain each other.</summary>
    public int Suffixes { get; set; }

    /// <summary>How many parts the conditions of the current rule have.</summary>
    public int Parts { get; set; }

    /// <summary>Set when a limit stopped the parser: the finding that says so.</summary>
    public Diagnostic? Refusal { get; set; }

    /// <summary>What is read where, for an editor that asked; null in a check.</summary>
    public ParseLog? Log { get; init; }

    /// <summary>The left side of the comparison whose right side is being read.</summary>
    public Expression? ComparedWith { get; set; }

    public TokenInput At(int index) => inputs[index] ??= new TokenInput(this, index);

    public void Expect(int index, string noun)
    {
        if (Log is not null && index == Log.Probe)
            Log.Offer(noun, ComparedWith);
        if (index < Furthest)
            return;
        if (index > Furthest)
        {
            Furthest = index;
            expected.Clear();
        }
        if (expected.Count < 24 && !expected.Contains(noun))
            expected.Add(noun);
    }

    /// <summary>Forgets failures before a new rule.</summary>
    public void Begin()
    {
        Furthest = -1;
        expected.Clear();
        Depth = 0;
        Parts = 0;
        Suffixes = 0;
        Refusal = null;
    }
}
