using System.Runtime.Serialization;

namespace Microsoft.Xrm.Sdk.Messages;

/// <summary>Relates a row to others.</summary>
[DataContract(Namespace = ContractNamespaces.V2011)]
public sealed class AssociateRequest : OrganizationRequest
{
    /// <summary>An empty request.</summary>
    public AssociateRequest() => RequestName = "Associate";

    /// <summary>The row.</summary>
    public EntityReference Target
    {
        get => this.Get<EntityReference>();
        set => this.Set(value);
    }

    /// <summary>The relation.</summary>
    public Relationship Relationship
    {
        get => this.Get<Relationship>();
        set => this.Set(value);
    }

    /// <summary>The other rows.</summary>
    public EntityReferenceCollection RelatedEntities
    {
        get => this.Get<EntityReferenceCollection>();
        set => this.Set(value);
    }
}

/// <summary>Answer to <see cref="AssociateRequest"/>.</summary>
[DataContract(Namespace = ContractNamespaces.V2011)]
public sealed class AssociateResponse : OrganizationResponse;
