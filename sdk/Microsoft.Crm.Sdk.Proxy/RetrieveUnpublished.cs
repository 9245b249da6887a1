using System.Runtime.Serialization;
using Microsoft.Xrm.Sdk;
using Microsoft.Xrm.Sdk.Query;

namespace Microsoft.Crm.Sdk.Messages;

/// <summary>Reads a component as it was last saved, published or not.</summary>
[DataContract(Namespace = ContractNamespace.V2011)]
public sealed class RetrieveUnpublishedRequest : OrganizationRequest
{
    /// <summary>An empty request.</summary>
    public RetrieveUnpublishedRequest() => RequestName = "RetrieveUnpublished";

    /// <summary>The component.</summary>
    public EntityReference Target
    {
        get => this.Get<EntityReference>();
        set => this.Set(value);
    }

    /// <summary>Its columns.</summary>
    public ColumnSet ColumnSet
    {
        get => this.Get<ColumnSet>();
        set => this.Set(value);
    }
}

/// <summary>Answer to <see cref="RetrieveUnpublishedRequest"/>.</summary>
[DataContract(Namespace = ContractNamespace.V2011)]
public sealed class RetrieveUnpublishedResponse : OrganizationResponse
{
    /// <summary>The component.</summary>
    public Entity Entity => this.Get<Entity>();
}
