using Microsoft.Xrm.Sdk.Metadata;
using System;
using System.Runtime.Serialization;

namespace Microsoft.Xrm.Sdk.Messages;

/// <summary>Reads the definition of an alternate key.</summary>
[DataContract(Namespace = ContractNamespaces.V2011)]
public sealed class RetrieveEntityKeyRequest : OrganizationRequest
{
    /// <summary>An empty request.</summary>
    public RetrieveEntityKeyRequest() => RequestName = "RetrieveEntityKey";

    /// <summary>The table, by logical name.</summary>
    public string EntityLogicalName
    {
        get => this.Get<string>();
        set => this.Set(value);
    }

    /// <summary>The key, by logical name.</summary>
    public string LogicalName
    {
        get => this.Get<string>();
        set => this.Set(value);
    }

    /// <summary>The key, by id of its definition.</summary>
    public Guid MetadataId
    {
        get => this.Get<Guid>();
        set => this.Set(value);
    }

    /// <summary>Whether changes that are not published yet are seen.</summary>
    public bool RetrieveAsIfPublished
    {
        get => this.Get<bool>();
        set => this.Set(value);
    }
}

/// <summary>Answer to <see cref="RetrieveEntityKeyRequest"/>.</summary>
[DataContract(Namespace = ContractNamespaces.V2011)]
public sealed class RetrieveEntityKeyResponse : OrganizationResponse
{
    /// <summary>The definition.</summary>
    public EntityKeyMetadata EntityKeyMetadata => this.Get<EntityKeyMetadata>();
}
