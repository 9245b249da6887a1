using CrmAddon.Rules;

namespace CrmAddon.Plugins.Ledger;

/// <summary>What the rules give for a line now.</summary>
/// <param name="Line">The line.</param>
/// <param name="Amount">The amount in the program's currency, rounded.</param>
/// <param name="Uncapped">The amount before the cap per partner; the same where there is none.</param>
/// <param name="Release">The month whose close sets a held amount free.</param>
internal sealed record EntryTarget(EntryLine Line, decimal Amount, decimal Uncapped, Month? Release = null)
{
    /// <summary>What the month was measured at, where later months of a window rest on it.</summary>
    public Carried Carried { get; init; } = Carried.Nothing;
}
