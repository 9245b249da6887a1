using System;
using System.Threading;
using System.Threading.Tasks;
using Microsoft.Crm.Sdk.Messages;
using Microsoft.PowerPlatform.Dataverse.Client.Wire;
using Microsoft.Xrm.Sdk;

namespace Microsoft.PowerPlatform.Dataverse.Client.Messages;

/// <summary>Who is calling, what is called, and what its currencies are worth.</summary>
internal static class EnvironmentMessages
{
    public static Task<WireCall> WhoAmIAsync(OrganizationRequest request, Session session, CancellationToken stop) => Task.FromResult(new WireCall(
        WireRequest.Get("WhoAmI"),
        answer =>
        {
            var json = answer.Json();
            Guid Id(string name) => json.GetProperty(name).GetGuid();
            return new WhoAmIResponse { ResponseName = "WhoAmI" }
                .With("UserId", Id("UserId")).With("BusinessUnitId", Id("BusinessUnitId")).With("OrganizationId", Id("OrganizationId"));
        }));

    public static Task<WireCall> RetrieveVersionAsync(OrganizationRequest request, Session session, CancellationToken stop) => Task.FromResult(new WireCall(
        WireRequest.Get("RetrieveVersion()"),
        answer => new RetrieveVersionResponse { ResponseName = "RetrieveVersion" }.With("Version", answer.Json().GetProperty("Version").GetString())));

    public static Task<WireCall> RetrieveExchangeRateAsync(OrganizationRequest request, Session session, CancellationToken stop) => Task.FromResult(new WireCall(
        WireRequest.Get($"RetrieveExchangeRate(TransactionCurrencyId=@p0)?@p0={request.Optional<Guid>("TransactionCurrencyId")}"),
        answer => new RetrieveExchangeRateResponse { ResponseName = "RetrieveExchangeRate" }
            .With("ExchangeRate", answer.Json().GetProperty("ExchangeRate").GetDecimal())));
}
