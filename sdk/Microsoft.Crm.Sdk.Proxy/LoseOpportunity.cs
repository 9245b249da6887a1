using System.Runtime.Serialization;
using Microsoft.Xrm.Sdk;

namespace Microsoft.Crm.Sdk.Messages;

/// <summary>Closes an opportunity as lost.</summary>
[DataContract(Namespace = ContractNamespace.V2011)]
public sealed class LoseOpportunityRequest : OrganizationRequest
{
    /// <summary>An empty request.</summary>
    public LoseOpportunityRequest() => RequestName = "LoseOpportunity";

    /// <summary>The opportunityclose row, which names the opportunity.</summary>
    public Entity OpportunityClose
    {
        get => this.Get<Entity>();
        set => this.Set(value);
    }

    /// <summary>Status reason of the closed opportunity; -1 for the default.</summary>
    public OptionSetValue Status
    {
        get => this.Get<OptionSetValue>();
        set => this.Set(value);
    }
}

/// <summary>Answer to <see cref="LoseOpportunityRequest"/>.</summary>
[DataContract(Namespace = ContractNamespace.V2011)]
public sealed class LoseOpportunityResponse : OrganizationResponse;
