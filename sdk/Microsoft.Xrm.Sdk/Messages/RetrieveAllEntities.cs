using System.Runtime.Serialization;
using Microsoft.Xrm.Sdk.Metadata;

namespace Microsoft.Xrm.Sdk.Messages;

/// <summary>Reads the definitions of all tables.</summary>
[DataContract(Namespace = ContractNamespaces.V2011)]
public sealed class RetrieveAllEntitiesRequest : OrganizationRequest
{
    /// <summary>An empty request.</summary>
    public RetrieveAllEntitiesRequest() => RequestName = "RetrieveAllEntities";

    /// <summary>How much of them.</summary>
    public EntityFilters EntityFilters
    {
        get => this.Get<EntityFilters>();
        set => this.Set(value);
    }

    /// <summary>Whether changes that are not published yet are seen.</summary>
    public bool RetrieveAsIfPublished
    {
        get => this.Get<bool>();
        set => this.Set(value);
    }
}

/// <summary>Answer to <see cref="RetrieveAllEntitiesRequest"/>.</summary>
[DataContract(Namespace = ContractNamespaces.V2011)]
public sealed class RetrieveAllEntitiesResponse : OrganizationResponse
{
    /// <summary>The definitions.</summary>
    public EntityMetadata[] EntityMetadata => this.Get<EntityMetadata[]>();
}
