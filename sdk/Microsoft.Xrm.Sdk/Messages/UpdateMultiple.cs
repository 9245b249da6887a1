using System.Runtime.Serialization;

namespace Microsoft.Xrm.Sdk.Messages;

/// <summary>Writes columns of rows of one table in one transaction.</summary>
[DataContract(Namespace = ContractNamespaces.V2011)]
public sealed class UpdateMultipleRequest : OrganizationRequest
{
    /// <summary>An empty request.</summary>
    public UpdateMultipleRequest() => RequestName = "UpdateMultiple";

    /// <summary>The rows and the columns that change.</summary>
    public EntityCollection Targets
    {
        get => this.Get<EntityCollection>();
        set => this.Set(value);
    }

    /// <summary>Whether row versions are compared.</summary>
    public ConcurrencyBehavior ConcurrencyBehavior
    {
        get => this.Get<ConcurrencyBehavior>();
        set => this.Set(value);
    }
}

/// <summary>Answer to <see cref="UpdateMultipleRequest"/>.</summary>
[DataContract(Namespace = ContractNamespaces.V2011)]
public sealed class UpdateMultipleResponse : OrganizationResponse;
