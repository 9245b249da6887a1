namespace CrmAddon.Worker.Usage;

/// <summary>Which cost of a FOCUS row is the consumption that partners are paid on.</summary>
public enum CostMeasure
{
    /// <summary>What the customer is invoiced: the default. It adds up to the invoice and every provider fills it truthfully.</summary>
    BilledCost,

    /// <summary>The cost at list prices, before every discount.</summary>
    ListCost,

    /// <summary>The cost at negotiated prices, before commitment discounts.</summary>
    ContractedCost,

    /// <summary>The cost with up-front purchases spread over what they cover. Some exports carry it rounded or zero.</summary>
    EffectiveCost,
}
