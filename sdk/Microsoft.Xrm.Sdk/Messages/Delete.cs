using System.Runtime.Serialization;

namespace Microsoft.Xrm.Sdk.Messages;

/// <summary>Deletes a row.</summary>
[DataContract(Namespace = ContractNamespaces.V2011)]
public sealed class DeleteRequest : OrganizationRequest
{
    /// <summary>An empty request.</summary>
    public DeleteRequest() => RequestName = "Delete";

    /// <summary>The row.</summary>
    public EntityReference Target
    {
        get => this.Get<EntityReference>();
        set => this.Set(value);
    }

    /// <summary>Whether row versions are compared.</summary>
    public ConcurrencyBehavior ConcurrencyBehavior
    {
        get => this.Get<ConcurrencyBehavior>();
        set => this.Set(value);
    }
}

/// <summary>Answer to <see cref="DeleteRequest"/>.</summary>
[DataContract(Namespace = ContractNamespaces.V2011)]
public sealed class DeleteResponse : OrganizationResponse;
