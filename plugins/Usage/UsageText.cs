using CrmAddon.Plugins.Languages;
using CrmAddon.Plugins.Programs;
using CrmAddon.Rules;

namespace CrmAddon.Plugins.Usage;

/// <summary>What people are told when usage can't be judged.</summary>
internal static class UsageText
{
    public static Refusal ForeignCurrency(string customer, Month month, ProgramFacts program) => new(
        "usage.foreign-currency", ("customer", customer), ("month", month), ("currency", program.IsoCode), ("program", program.Name));
}
