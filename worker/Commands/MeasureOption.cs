using System.CommandLine;
using CrmAddon.Worker.Usage;

namespace CrmAddon.Worker.Commands;

/// <summary>The option that says which cost counts.</summary>
internal static class MeasureOption
{
    public static Option<CostMeasure> Create() => new("--measure")
    {
        Description = "The cost that counts as consumption.",
        DefaultValueFactory = _ => CostMeasure.BilledCost,
    };
}
