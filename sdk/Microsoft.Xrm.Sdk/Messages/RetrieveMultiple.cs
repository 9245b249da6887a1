using System.Runtime.Serialization;
using Microsoft.Xrm.Sdk.Query;

namespace Microsoft.Xrm.Sdk.Messages;

/// <summary>Reads one page of rows.</summary>
[DataContract(Namespace = ContractNamespaces.V2011)]
public sealed class RetrieveMultipleRequest : OrganizationRequest
{
    /// <summary>An empty request.</summary>
    public RetrieveMultipleRequest() => RequestName = "RetrieveMultiple";

    /// <summary>The query.</summary>
    public QueryBase Query
    {
        get => this.Get<QueryBase>();
        set => this.Set(value);
    }
}

/// <summary>Answer to <see cref="RetrieveMultipleRequest"/>.</summary>
[DataContract(Namespace = ContractNamespaces.V2011)]
public sealed class RetrieveMultipleResponse : OrganizationResponse
{
    /// <summary>The page.</summary>
    public EntityCollection EntityCollection => this.Get<EntityCollection>();
}
