using Microsoft.Xrm.Sdk.Metadata;
using System;
using System.Runtime.Serialization;

namespace Microsoft.Xrm.Sdk.Messages;

/// <summary>Reads the definition of a relation.</summary>
[DataContract(Namespace = ContractNamespaces.V2011)]
public sealed class RetrieveRelationshipRequest : OrganizationRequest
{
    /// <summary>An empty request.</summary>
    public RetrieveRelationshipRequest() => RequestName = "RetrieveRelationship";

    /// <summary>The relation, by id of its definition.</summary>
    public Guid MetadataId
    {
        get => this.Get<Guid>();
        set => this.Set(value);
    }

    /// <summary>The relation, by schema name.</summary>
    public string Name
    {
        get => this.Get<string>();
        set => this.Set(value);
    }

    /// <summary>Whether changes that are not published yet are seen.</summary>
    public bool RetrieveAsIfPublished
    {
        get => this.Get<bool>();
        set => this.Set(value);
    }
}

/// <summary>Answer to <see cref="RetrieveRelationshipRequest"/>.</summary>
[DataContract(Namespace = ContractNamespaces.V2011)]
public sealed class RetrieveRelationshipResponse : OrganizationResponse
{
    /// <summary>The definition.</summary>
    public RelationshipMetadataBase RelationshipMetadata => this.Get<RelationshipMetadataBase>();
}
