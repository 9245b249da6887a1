namespace CrmAddon.Worker.Usage.Focus;

/// <summary>
/// The columns of a FOCUS data set that decide what is consumed, by whom and when. The other columns of a file are not read.
/// </summary>
public enum FocusColumn
{
    /// <summary>Who sells the service; called ServiceProviderName from version 1.3 on.</summary>
    ProviderName,

    /// <summary>The account that the provider's invoice goes to.</summary>
    BillingAccountId,

    /// <summary>The account below it that consumes: the customer.</summary>
    SubAccountId,

    /// <summary>What that account is called.</summary>
    SubAccountName,

    /// <summary>The service consumed: the product.</summary>
    ServiceName,

    /// <summary>The currency of the costs, by its ISO 4217 code.</summary>
    BillingCurrency,

    /// <summary>Start of the period in which the charge is invoiced.</summary>
    BillingPeriodStart,

    /// <summary>Start of the period in which the service was consumed.</summary>
    ChargePeriodStart,

    /// <summary>Usage, Purchase, Tax, Credit or Adjustment.</summary>
    ChargeCategory,

    /// <summary>What the invoice says.</summary>
    BilledCost,

    /// <summary>Cost at list prices.</summary>
    ListCost,

    /// <summary>Cost at negotiated prices, before commitment discounts.</summary>
    ContractedCost,

    /// <summary>Cost with up-front purchases spread over what they cover.</summary>
    EffectiveCost,
}
