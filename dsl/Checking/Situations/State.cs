using System.Collections.Generic;
using System.Linq;
using CrmAddon.Rules.Money;

namespace CrmAddon.Rules.Checking.Situations;

/// <summary>What is claimed so far: what each variable may still be, and what ties several together.</summary>
internal sealed class State
{
    private readonly World world;
    private readonly Domain?[] domains;

    private State(World world, Domain?[] domains, IReadOnlyList<SameClaim> pairs, bool isNatural)
    {
        this.world = world;
        this.domains = domains;
        Pairs = pairs;
        IsNatural = isNatural;
    }

    /// <summary>Nothing is claimed yet.</summary>
    /// <param name="world">What can be claimed.</param>
    /// <param name="natural">Whether only cases are of interest that need no negative amounts and no date of another age.</param>
    public static State Of(World world, bool natural) => new(world, new Domain?[world.Variables.Count], [], natural);

    /// <summary>Whether amounts and usage are not negative.</summary>
    public bool IsNatural { get; }

    /// <summary>Names that must be the same, or differ.</summary>
    public IReadOnlyList<SameClaim> Pairs { get; private set; }

    public State Copy() => new(world, (Domain?[])domains.Clone(), Pairs, IsNatural);

    public Domain this[Variable variable] => domains[variable.Index] ?? world.Start(variable, IsNatural);

    /// <summary>Whether anything is claimed of the variable.</summary>
    public bool Touches(Variable variable) => domains[variable.Index] is not null;

    /// <summary>Whether each variable may be the same in both.</summary>
    public bool Meets(State other)
    {
        for (var i = 0; i < domains.Length; i++)
        {
            if (domains[i] is { } mine && other.domains[i] is { } theirs && !mine.Meets(theirs))
                return false;
        }
        return true;
    }

    /// <summary>Adds a claim; false where it contradicts what is claimed already.</summary>
    public bool Add(Claim claim)
    {
        switch (claim)
        {
            case KnownClaim known:
                return SetKnown(known.Variable, known.Known);
            case NameClaim name:
                return Set(name.Variable, this[name.Variable].Among(name.Allowed));
            case SameClaim same:
                Pairs = [.. Pairs, same];
                return true;
            case BelowZero below:
                return AddBound(below);
            default:
                return true;
        }
    }

    /// <summary>Whether the formula holds already (true), can't hold any more (false), or neither.</summary>
    public bool? Decides(Formula formula)
    {
        switch (formula)
        {
            case Every every:
                bool? all = true;
                foreach (var part in every.Parts)
                {
                    if (Decides(part) is not true and var decided)
                        all = decided;
                    if (all == false)
                        return false;
                }
                return all;
            case Any any:
                bool? one = false;
                foreach (var part in any.Parts)
                {
                    if (Decides(part) is not false and var decided)
                        one = decided;
                    if (one == true)
                        return true;
                }
                return one;
            default:
                return Decides((Claim)formula);
        }
    }

    public bool Set(Variable variable, Domain domain)
    {
        domains[variable.Index] = domain;
        return !domain.IsEmpty;
    }

    public bool Fix(Variable variable, Rational value) =>
        Set(variable, this[variable] with { Low = value, LowIsOpen = false, High = value, HighIsOpen = false });

    private bool? Decides(Claim claim) => claim switch
    {
        KnownClaim known => this[known.Variable].Known is { } is_ ? is_ == known.Known : null,
        NameClaim name when this[name.Variable].Names is { } left =>
            !left.Meets(name.Allowed) ? false : left.IsWithin(name.Allowed) ? true : null,
        NameClaim name when name.Allowed.IsEmpty => false,
        BelowZero { Sum.IsConstant: true } below => Holds(below),
        BelowZero below => DecidesBound(below),
        _ => null,
    };

    private bool? DecidesBound(BelowZero below)
    {
        var variable = below.Sum.Terms[0].Variable;
        var before = this[variable];
        var after = Bounded(before, below);
        return after.IsEmpty ? false : ReferenceEquals(after, before) ? true : null;
    }

    private bool AddBound(BelowZero below)
    {
        if (below.Sum.IsConstant)
            return Holds(below);
        var variable = below.Sum.Terms[0].Variable;
        return Set(variable, Bounded(this[variable], below));
    }

    private static bool Holds(BelowZero below) => below.Sum.Constant.Sign < 0 || (below.Sum.Constant.Sign == 0 && !below.Strictly);

    private static Domain Bounded(Domain domain, BelowZero below)
    {
        var (variable, factor) = below.Sum.Terms[0];
        var bound = -below.Sum.Constant / factor;
        if (!variable.IsCounted)
            return factor.Sign > 0 ? domain.Below(bound, below.Strictly) : domain.Above(bound, below.Strictly);
        if (factor.Sign > 0)
        {
            var last = below.Strictly ? LinearSum.Ceiling(bound) - 1 : LinearSum.Floor(bound);
            return domain.Below(Rational.Of(last, 1), false);
        }
        var first = below.Strictly ? LinearSum.Floor(bound) + 1 : LinearSum.Ceiling(bound);
        return domain.Above(Rational.Of(first, 1), false);
    }

    // A registration's fields are known only where there is one.
    private bool SetKnown(Variable variable, bool known)
    {
        var before = this[variable];
        if (before.Known is { } already)
            return already == known;
        if (!variable.MayBeMissing && !known)
            return false;
        domains[variable.Index] = before with { Known = known };
        if (!Variables.IsOfRegistration(variable))
            return true;
        return variable.Path == Variables.RegistrationPartner
            ? known || world.Variables.Where(Variables.IsOfRegistration).All(other => SetKnown(other, false))
            : !known || SetKnown(world.RegistrationPartner!, true);
    }
}
