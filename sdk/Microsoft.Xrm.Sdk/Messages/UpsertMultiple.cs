using System.Runtime.Serialization;

namespace Microsoft.Xrm.Sdk.Messages;

/// <summary>Writes or creates rows of one table in one transaction.</summary>
[DataContract(Namespace = ContractNamespaces.V2011)]
public sealed class UpsertMultipleRequest : OrganizationRequest
{
    /// <summary>An empty request.</summary>
    public UpsertMultipleRequest() => RequestName = "UpsertMultiple";

    /// <summary>The rows and their columns.</summary>
    public EntityCollection Targets
    {
        get => this.Get<EntityCollection>();
        set => this.Set(value);
    }
}

/// <summary>Answer to <see cref="UpsertMultipleRequest"/>.</summary>
[DataContract(Namespace = ContractNamespaces.V2011)]
public sealed class UpsertMultipleResponse : OrganizationResponse
{
    /// <summary>What became of the rows, in the order of the targets.</summary>
    public new UpsertResponse[] Results => this.Get<UpsertResponse[]>();
}
