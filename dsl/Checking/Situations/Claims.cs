using System.Collections.Generic;

namespace CrmAddon.Rules.Checking.Situations;

/// <summary>A single thing that is claimed of a case.</summary>
internal abstract class Claim : Formula;

/// <summary>A field has a value, or has none.</summary>
internal sealed class KnownClaim(Variable variable, bool known) : Claim
{
    public Variable Variable { get; } = variable;

    public bool Known { get; } = known;

    public override Formula Negated() => new KnownClaim(Variable, !Known);
}

/// <summary>A name (a choice, text, partner, yes or no) is among some, or is none of them. Says nothing of one that is missing.</summary>
internal sealed class NameClaim(Variable variable, IReadOnlyCollection<string> names, bool among) : Claim
{
    private NameSet? set;

    public Variable Variable { get; } = variable;

    public IReadOnlyCollection<string> Names { get; } = names;

    /// <summary>The names of the variable that the claim allows; asked for when all names are collected.</summary>
    public NameSet Allowed => set ??= NameSet.Of(Variable.Names, Names, among);

    public override Formula Negated() => new NameClaim(Variable, Names, !among);
}

/// <summary>Two names are the same, or differ.</summary>
internal sealed class SameClaim(Variable left, Variable right, bool same) : Claim
{
    public Variable Left { get; } = left;

    public Variable Right { get; } = right;

    public bool Same { get; } = same;

    public override Formula Negated() => new SameClaim(Left, Right, !Same);
}

/// <summary>One quantity, times a factor and with a constant added, is below zero, or at most zero.</summary>
internal sealed class BelowZero(LinearSum sum, bool strictly) : Claim
{
    public LinearSum Sum { get; } = sum;

    public bool Strictly { get; } = strictly;

    public override Formula Negated() => new BelowZero(Sum.Times(-1), !Strictly);
}

/// <summary>Something that this analysis does not understand: it may come out either way.</summary>
internal sealed class OpenClaim : Claim
{
    public override Formula Negated() => this;
}
