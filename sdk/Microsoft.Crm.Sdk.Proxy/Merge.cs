using System;
using System.Runtime.Serialization;
using Microsoft.Xrm.Sdk;

namespace Microsoft.Crm.Sdk.Messages;

/// <summary>Merges two rows that stand for the same: the subordinate one gives up its related rows and is deactivated.</summary>
[DataContract(Namespace = ContractNamespace.V2011)]
public sealed class MergeRequest : OrganizationRequest
{
    /// <summary>An empty request.</summary>
    public MergeRequest() => RequestName = "Merge";

    /// <summary>The row that stays.</summary>
    public EntityReference Target
    {
        get => this.Get<EntityReference>();
        set => this.Set(value);
    }

    /// <summary>Id of the row that is merged into it.</summary>
    public Guid SubordinateId
    {
        get => this.Get<Guid>();
        set => this.Set(value);
    }

    /// <summary>Columns that the row that stays takes over; null for none.</summary>
    public Entity? UpdateContent
    {
        get => this.Get<Entity?>();
        set => this.Set(value);
    }

    /// <summary>Whether rows with different parents are refused.</summary>
    public bool PerformParentingChecks
    {
        get => this.Get<bool>();
        set => this.Set(value);
    }
}

/// <summary>Answer to <see cref="MergeRequest"/>.</summary>
[DataContract(Namespace = ContractNamespace.V2011)]
public sealed class MergeResponse : OrganizationResponse;
