using System.Runtime.Serialization;
using Microsoft.Xrm.Sdk.Metadata;
using Microsoft.Xrm.Sdk.Metadata.Query;

namespace Microsoft.Xrm.Sdk.Messages;

/// <summary>Reads the definitions that a question asks for, since a state of them or altogether.</summary>
[DataContract(Namespace = ContractNamespaces.V2011)]
public sealed class RetrieveMetadataChangesRequest : OrganizationRequest
{
    /// <summary>An empty request.</summary>
    public RetrieveMetadataChangesRequest() => RequestName = "RetrieveMetadataChanges";

    /// <summary>The state that the client knows; null for everything.</summary>
    public string ClientVersionStamp
    {
        get => this.Get<string>();
        set => this.Set(value);
    }

    /// <summary>Which deleted definitions are wanted.</summary>
    public DeletedMetadataFilters DeletedMetadataFilters
    {
        get => this.Get<DeletedMetadataFilters>();
        set => this.Set(value);
    }

    /// <summary>The question.</summary>
    public EntityQueryExpression Query
    {
        get => this.Get<EntityQueryExpression>();
        set => this.Set(value);
    }
}

/// <summary>Answer to <see cref="RetrieveMetadataChangesRequest"/>.</summary>
[DataContract(Namespace = ContractNamespaces.V2011)]
public sealed class RetrieveMetadataChangesResponse : OrganizationResponse
{
    /// <summary>The definitions.</summary>
    public EntityMetadataCollection EntityMetadata => this.Get<EntityMetadataCollection>();

    /// <summary>The state that they are of.</summary>
    public string ServerVersionStamp => this.Get<string>();
}
