using System.Collections.Generic;
using System.Linq;

namespace CrmAddon.Rules.Checking.Situations;

/// <summary>What must hold of a case, in and-or form: a negation is pushed down to the claims.</summary>
internal abstract class Formula
{
    public static Formula Always { get; } = new Every([]);

    public static Formula Never { get; } = new Any([]);

    public static Formula All(IEnumerable<Formula> parts)
    {
        Formula[] all = [.. parts.Where(part => part is not Every { Parts.Length: 0 })];
        return all.Length == 1 ? all[0] : all.Any(part => part is Any { Parts.Length: 0 }) ? Never : new Every(all);
    }

    public static Formula All(params Formula[] parts) => All((IEnumerable<Formula>)parts);

    public static Formula Either(IEnumerable<Formula> parts)
    {
        Formula[] all = [.. parts.Where(part => part is not Any { Parts.Length: 0 })];
        return all.Length == 1 ? all[0] : all.Any(part => part is Every { Parts.Length: 0 }) ? Always : new Any(all);
    }

    public static Formula Either(params Formula[] parts) => Either((IEnumerable<Formula>)parts);

    /// <summary>What holds exactly where this does not.</summary>
    public abstract Formula Negated();
}

internal sealed class Every(Formula[] parts) : Formula
{
    public Formula[] Parts { get; } = parts;

    public override Formula Negated() => Either(Parts.Select(part => part.Negated()));
}

internal sealed class Any(Formula[] parts) : Formula
{
    public Formula[] Parts { get; } = parts;

    public override Formula Negated() => All(Parts.Select(part => part.Negated()));
}
