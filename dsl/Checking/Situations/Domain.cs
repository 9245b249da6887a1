using CrmAddon.Rules.Money;

namespace CrmAddon.Rules.Checking.Situations;

/// <summary>What a variable may still be. Immutable.</summary>
internal sealed record Domain
{
    public static Domain Anything { get; } = new();

    /// <summary>Whether there is a value; null while both may be.</summary>
    public bool? Known { get; init; }

    /// <summary>The names that are left; null for all.</summary>
    public NameSet? Names { get; init; }

    public Rational? Low { get; init; }

    public bool LowIsOpen { get; init; }

    public Rational? High { get; init; }

    public bool HighIsOpen { get; init; }

    public bool IsEmpty =>
        (Names is { } names && names.IsEmpty)
        || (Low is { } low && High is { } high && (low > high || (low == high && (LowIsOpen || HighIsOpen))));

    public Domain Above(Rational bound, bool open) =>
        Low is { } low && (low > bound || (low == bound && (LowIsOpen || !open))) ? this : this with { Low = bound, LowIsOpen = open };

    public Domain Below(Rational bound, bool open) =>
        High is { } high && (high < bound || (high == bound && (HighIsOpen || !open))) ? this : this with { High = bound, HighIsOpen = open };

    public Domain Among(NameSet set) => this with { Names = Names is null ? set : Names.And(set) };

    /// <summary>Whether some value is in both.</summary>
    public bool Meets(Domain other)
    {
        if (Known is { } known && other.Known is { } otherKnown && known != otherKnown)
            return false;
        if (Names is { } names && other.Names is { } otherNames && !names.Meets(otherNames))
            return false;
        return !Separate(High, HighIsOpen, other.Low, other.LowIsOpen) && !Separate(other.High, other.HighIsOpen, Low, LowIsOpen);
    }

    public bool Holds(Rational value) =>
        !Separate(value, false, Low, LowIsOpen) && !Separate(High, HighIsOpen, value, false);

    private static bool Separate(Rational? high, bool highIsOpen, Rational? low, bool lowIsOpen) =>
        high is { } top && low is { } bottom && (top < bottom || (top == bottom && (highIsOpen || lowIsOpen)));
}
