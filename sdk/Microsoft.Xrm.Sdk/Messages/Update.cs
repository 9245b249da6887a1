using System.Runtime.Serialization;

namespace Microsoft.Xrm.Sdk.Messages;

/// <summary>Writes columns of a row.</summary>
[DataContract(Namespace = ContractNamespaces.V2011)]
public sealed class UpdateRequest : OrganizationRequest
{
    /// <summary>An empty request.</summary>
    public UpdateRequest() => RequestName = "Update";

    /// <summary>The row and the columns that change.</summary>
    public Entity Target
    {
        get => this.Get<Entity>();
        set => this.Set(value);
    }

    /// <summary>Whether row versions are compared.</summary>
    public ConcurrencyBehavior ConcurrencyBehavior
    {
        get => this.Get<ConcurrencyBehavior>();
        set => this.Set(value);
    }
}

/// <summary>Answer to <see cref="UpdateRequest"/>.</summary>
[DataContract(Namespace = ContractNamespaces.V2011)]
public sealed class UpdateResponse : OrganizationResponse;
