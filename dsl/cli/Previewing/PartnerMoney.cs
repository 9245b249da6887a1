namespace CrmAddon.Rules.Cli.Previewing;

/// <summary>One partner's money over all cases, under both versions. The house has an empty key.</summary>
internal sealed class PartnerMoney(string key)
{
    public string Key { get; } = key;

    public string Name { get; set; } = key;

    public decimal CreditedBefore { get; set; }

    public decimal CreditedAfter { get; set; }

    public decimal EarnedBefore { get; set; }

    public decimal EarnedAfter { get; set; }

    public decimal CreditChange => CreditedAfter - CreditedBefore;

    public decimal EarnedChange => EarnedAfter - EarnedBefore;
}
