using System.Runtime.Serialization;

namespace Microsoft.Xrm.Sdk.Messages;

/// <summary>Writes a row that is found by id or alternate key, or creates it.</summary>
[DataContract(Namespace = ContractNamespaces.V2011)]
public sealed class UpsertRequest : OrganizationRequest
{
    /// <summary>An empty request.</summary>
    public UpsertRequest() => RequestName = "Upsert";

    /// <summary>The row and its columns.</summary>
    public Entity Target
    {
        get => this.Get<Entity>();
        set => this.Set(value);
    }
}

/// <summary>Answer to <see cref="UpsertRequest"/>.</summary>
[DataContract(Namespace = ContractNamespaces.V2011)]
public sealed class UpsertResponse : OrganizationResponse
{
    /// <summary>The row.</summary>
    public EntityReference Target => this.Get<EntityReference>();

    /// <summary>Whether the row was created.</summary>
    public bool RecordCreated => this.Get<bool>();
}
