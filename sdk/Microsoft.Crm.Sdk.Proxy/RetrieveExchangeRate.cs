using System;
using System.Runtime.Serialization;
using Microsoft.Xrm.Sdk;

namespace Microsoft.Crm.Sdk.Messages;

/// <summary>Asks for the rate of a currency.</summary>
[DataContract(Namespace = ContractNamespace.V2011)]
public sealed class RetrieveExchangeRateRequest : OrganizationRequest
{
    /// <summary>An empty request.</summary>
    public RetrieveExchangeRateRequest() => RequestName = "RetrieveExchangeRate";

    /// <summary>The currency.</summary>
    public Guid TransactionCurrencyId
    {
        get => this.Get<Guid>();
        set => this.Set(value);
    }
}

/// <summary>Answer to <see cref="RetrieveExchangeRateRequest"/>.</summary>
[DataContract(Namespace = ContractNamespace.V2011)]
public sealed class RetrieveExchangeRateResponse : OrganizationResponse
{
    /// <summary>Units of the currency for one unit of the organization's base currency.</summary>
    public decimal ExchangeRate => this.Get<decimal>();
}
