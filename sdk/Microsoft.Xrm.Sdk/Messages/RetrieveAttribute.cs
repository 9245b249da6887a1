using System;
using System.Runtime.Serialization;
using Microsoft.Xrm.Sdk.Metadata;

namespace Microsoft.Xrm.Sdk.Messages;

/// <summary>Reads the definition of a column.</summary>
[DataContract(Namespace = ContractNamespaces.V2011)]
public sealed class RetrieveAttributeRequest : OrganizationRequest
{
    /// <summary>An empty request.</summary>
    public RetrieveAttributeRequest() => RequestName = "RetrieveAttribute";

    /// <summary>The table, by logical name.</summary>
    public string EntityLogicalName
    {
        get => this.Get<string>();
        set => this.Set(value);
    }

    /// <summary>The column, by logical name.</summary>
    public string LogicalName
    {
        get => this.Get<string>();
        set => this.Set(value);
    }

    /// <summary>The column, by id of its definition.</summary>
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

/// <summary>Answer to <see cref="RetrieveAttributeRequest"/>.</summary>
[DataContract(Namespace = ContractNamespaces.V2011)]
public sealed class RetrieveAttributeResponse : OrganizationResponse
{
    /// <summary>The definition.</summary>
    public AttributeMetadata AttributeMetadata => this.Get<AttributeMetadata>();
}
