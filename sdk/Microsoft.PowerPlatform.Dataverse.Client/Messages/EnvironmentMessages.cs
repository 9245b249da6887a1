using System;
using System.Linq;
using System.Text.Json;
using System.Threading;
using System.Threading.Tasks;
using Microsoft.Crm.Sdk.Messages;
using Microsoft.PowerPlatform.Dataverse.Client.Definitions;
using Microsoft.PowerPlatform.Dataverse.Client.Wire;
using Microsoft.Xrm.Sdk;
using Microsoft.Xrm.Sdk.Organization;

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

    /// <summary>What the environment is ("RetrieveCurrentOrganization Function").</summary>
    public static Task<WireCall> CurrentOrganizationAsync(OrganizationRequest request, Session session, CancellationToken stop)
    {
        var access = Uri.EscapeDataString($"Microsoft.Dynamics.CRM.EndpointAccessType'{request.Optional<EndpointAccessType>("AccessType")}'");
        return Task.FromResult(new WireCall(
            WireRequest.Get($"RetrieveCurrentOrganization(AccessType=@p0)?@p0={access}"),
            answer => new RetrieveCurrentOrganizationResponse { ResponseName = "RetrieveCurrentOrganization" }
                .With("Detail", Detail(answer.Json().GetProperty("Detail")))));
    }

    // Its addresses are two lists, of names and of values.
    private static OrganizationDetail Detail(JsonElement json)
    {
        var detail = DefinitionReader.Read<OrganizationDetail>(json);
        if (json.TryGetProperty("Endpoints", out var addresses) && addresses.ValueKind == JsonValueKind.Object)
        {
            foreach (var (name, address) in addresses.GetProperty("Keys").EnumerateArray().Zip(addresses.GetProperty("Values").EnumerateArray()))
            {
                if (Enum.TryParse<EndpointType>(name.GetString(), out var kind))
                    detail.Endpoints[kind] = address.GetString()!;
            }
        }

        return detail;
    }
}
