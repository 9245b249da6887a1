using System.Collections.Generic;

namespace CrmAddon.Rules.Syntax;

/// <summary>What the grammar took a token for, and the expression that it is compared with, if it is.</summary>
internal readonly record struct TokenReading(string? Noun, Expression? ComparedWith);

/// <summary>Where a rule stands in the tokens, up to but without <paramref name="End"/>, and whether all of it could be read.</summary>
internal sealed record RulePlace(string Kind, int Start, int End, bool IsWhole);

/// <summary>Where a clause of a rule begins in the tokens.</summary>
internal sealed record ClausePlace(string Kind, string Word, int Start);

/// <summary>
/// What the parser read where, and what could stand at one place of interest. Kept for editors only, so that they need no grammar of
/// their own: a check runs without it.
/// </summary>
internal sealed class ParseLog(int tokens, int probe = -1)
{
    private readonly TokenReading[] readings = new TokenReading[tokens];
    private readonly List<TokenReading> offers = [];

    /// <summary>The place of interest; -1 where there is none.</summary>
    public int Probe { get; } = probe;

    /// <summary>All that could stand at the place of interest, in the order of the grammar.</summary>
    public IReadOnlyList<TokenReading> Offers => offers;

    public List<RulePlace> Rules { get; } = [];

    public List<ClausePlace> Clauses { get; } = [];

    /// <summary>What a token was read as; nothing where no grammar has claimed it.</summary>
    public TokenReading this[int token] => readings[token];

    public void Read(int token, string noun, Expression? comparedWith) => readings[token] = new(noun, comparedWith);

    public void Offer(string noun, Expression? comparedWith)
    {
        var offer = new TokenReading(noun, comparedWith);
        if (!offers.Contains(offer))
            offers.Add(offer);
    }
}
