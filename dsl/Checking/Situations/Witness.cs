namespace CrmAddon.Rules.Checking.Situations;

/// <summary>A case that shows something.</summary>
/// <param name="Deal">The deal; null where it is usage.</param>
/// <param name="Usage">The customer's month; null where it is a deal.</param>
/// <param name="Given">The case in the words of an example.</param>
internal sealed record Witness(DealCase? Deal, UsageCase? Usage, string Given);
