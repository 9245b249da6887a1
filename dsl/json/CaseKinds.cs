namespace CrmAddon.Rules.Json;

/// <summary>How a case says of what kind it is. Deals, months and limits are also known by their members, as they always were.</summary>
internal static class CaseKinds
{
    public const string Deal = "deal";
    public const string Usage = "usage";
    public const string Limits = "limits";
    public const string Partner = "partner";
    public const string Clawback = "clawback";
    public const string Tier = "tier";
}
