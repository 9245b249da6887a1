using System;
using System.Runtime.Serialization;
using Microsoft.Xrm.Sdk.Metadata;

namespace Microsoft.Xrm.Sdk.Messages;

/// <summary>Reads the definition of a table.</summary>
[DataContract(Namespace = ContractNamespaces.V2011)]
public sealed class RetrieveEntityRequest : OrganizationRequest
{
    /// <summary>An empty request.</summary>
    public RetrieveEntityRequest() => RequestName = "RetrieveEntity";

    /// <summary>How much of it.</summary>
    public EntityFilters EntityFilters
    {
        get => this.Get<EntityFilters>();
        set => this.Set(value);
    }

    /// <summary>The table, by logical name.</summary>
    public string LogicalName
    {
        get => this.Get<string>();
        set => this.Set(value);
    }

    /// <summary>The table, by id of its definition.</summary>
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

/// <summary>Answer to <see cref="RetrieveEntityRequest"/>.</summary>
[DataContract(Namespace = ContractNamespaces.V2011)]
public sealed class RetrieveEntityResponse : OrganizationResponse
{
    /// <summary>The definition.</summary>
    public EntityMetadata EntityMetadata => this.Get<EntityMetadata>();
}
