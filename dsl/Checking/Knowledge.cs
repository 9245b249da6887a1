using System.Collections.Generic;
using System.Linq;

namespace CrmAddon.Rules.Checking;

/// <summary>The fields and figures that a test before has shown to be known.</summary>
internal sealed class Knowledge
{
    private readonly HashSet<string> names;

    private Knowledge(HashSet<string> names) => this.names = names;

    public static Knowledge Nothing { get; } = new([]);

    public static Knowledge Of(string name) => new([name]);

    /// <summary>Whether the field or figure is known; knowing a registration means knowing all of its fields.</summary>
    public bool Has(string name)
    {
        if (names.Contains(name))
            return true;
        var dot = name.IndexOf('.');
        return dot > 0 && names.Contains(name.Substring(0, dot) + ".*");
    }

    public Knowledge And(Knowledge other) =>
        other.names.Count == 0 ? this : names.Count == 0 ? other : new([.. names, .. other.names]);

    public Knowledge Common(Knowledge other) => new([.. names.Intersect(other.names)]);
}
