using System;
using CrmAddon.Local.Pipeline;
using Microsoft.Crm.Sdk.Messages;
using Microsoft.Xrm.Sdk;

namespace CrmAddon.Local.Messages;

/// <summary><c>RetrieveExchangeRate</c>: how many units of a currency one unit of the base currency is worth.</summary>
internal sealed class RetrieveExchangeRateMessage(Organization organization) : IMessage
{
    public bool Writes => false;

    public bool HasSteps => false;

    public OrganizationResponse Execute(OrganizationRequest request, Caller caller) =>
        new RetrieveExchangeRateResponse { ResponseName = "RetrieveExchangeRate" }
            .With("ExchangeRate", organization.Currencies.Find(request.Required<Guid>("TransactionCurrencyId")).Rate);
}
