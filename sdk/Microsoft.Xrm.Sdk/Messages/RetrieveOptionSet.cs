using System;
using System.Runtime.Serialization;
using Microsoft.Xrm.Sdk.Metadata;

namespace Microsoft.Xrm.Sdk.Messages;

/// <summary>Reads the definition of a choice.</summary>
[DataContract(Namespace = ContractNamespaces.V2011)]
public sealed class RetrieveOptionSetRequest : OrganizationRequest
{
    /// <summary>An empty request.</summary>
    public RetrieveOptionSetRequest() => RequestName = "RetrieveOptionSet";

    /// <summary>The choice, by id of its definition.</summary>
    public Guid MetadataId
    {
        get => this.Get<Guid>();
        set => this.Set(value);
    }

    /// <summary>The choice, by name.</summary>
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

/// <summary>Answer to <see cref="RetrieveOptionSetRequest"/>.</summary>
[DataContract(Namespace = ContractNamespaces.V2011)]
public sealed class RetrieveOptionSetResponse : OrganizationResponse
{
    /// <summary>The definition.</summary>
    public OptionSetMetadataBase OptionSetMetadata => this.Get<OptionSetMetadataBase>();
}
