using System.Runtime.Serialization;
using Microsoft.Xrm.Sdk.Query;

namespace Microsoft.Xrm.Sdk.Messages;

/// <summary>Reads a row, and related rows if asked.</summary>
[DataContract(Namespace = ContractNamespaces.V2011)]
public sealed class RetrieveRequest : OrganizationRequest
{
    /// <summary>An empty request.</summary>
    public RetrieveRequest() => RequestName = "Retrieve";

    /// <summary>The row.</summary>
    public EntityReference Target
    {
        get => this.Get<EntityReference>();
        set => this.Set(value);
    }

    /// <summary>The columns wanted.</summary>
    public ColumnSet ColumnSet
    {
        get => this.Get<ColumnSet>();
        set => this.Set(value);
    }

    /// <summary>Queries for related rows by relation.</summary>
    public RelationshipQueryCollection? RelatedEntitiesQuery
    {
        get => this.Get<RelationshipQueryCollection?>();
        set => this.Set(value);
    }

    /// <summary>Whether notifications are given.</summary>
    public bool ReturnNotifications
    {
        get => this.Get<bool>();
        set => this.Set(value);
    }
}

/// <summary>Answer to <see cref="RetrieveRequest"/>.</summary>
[DataContract(Namespace = ContractNamespaces.V2011)]
public sealed class RetrieveResponse : OrganizationResponse
{
    /// <summary>The row.</summary>
    public Entity Entity => this.Get<Entity>();
}
