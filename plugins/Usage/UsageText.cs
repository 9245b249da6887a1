using CrmAddon.Plugins.Programs;
using CrmAddon.Rules;
using Microsoft.Xrm.Sdk;

namespace CrmAddon.Plugins.Usage;

/// <summary>What people are told when usage can't be judged.</summary>
internal static class UsageText
{
    public static InvalidPluginExecutionException ForeignCurrency(string customer, Month month, ProgramFacts program) => new(
        $"The usage of {customer} for {month} (or the months it is compared with) is not all in {program.IsoCode}, the currency of "
        + $"{program.Name}. Import it in {program.IsoCode}, then the month is judged.");
}
