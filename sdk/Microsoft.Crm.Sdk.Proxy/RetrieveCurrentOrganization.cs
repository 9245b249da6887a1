using System.Runtime.Serialization;
using Microsoft.Xrm.Sdk;
using Microsoft.Xrm.Sdk.Organization;

namespace Microsoft.Crm.Sdk.Messages;

/// <summary>Asks what the environment is that the caller is connected to.</summary>
[DataContract(Namespace = ContractNamespace.V2011)]
public sealed class RetrieveCurrentOrganizationRequest : OrganizationRequest
{
    /// <summary>An empty request.</summary>
    public RetrieveCurrentOrganizationRequest() => RequestName = "RetrieveCurrentOrganization";

    /// <summary>From where the addresses are wanted.</summary>
    public EndpointAccessType AccessType
    {
        get => this.Get<EndpointAccessType>();
        set => this.Set(value);
    }
}

/// <summary>Answer to <see cref="RetrieveCurrentOrganizationRequest"/>.</summary>
[DataContract(Namespace = ContractNamespace.V2011)]
public sealed class RetrieveCurrentOrganizationResponse : OrganizationResponse
{
    /// <summary>The environment.</summary>
    public OrganizationDetail Detail => this.Get<OrganizationDetail>();
}
