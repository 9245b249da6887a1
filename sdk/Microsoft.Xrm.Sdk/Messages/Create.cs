using System;
using System.Runtime.Serialization;

namespace Microsoft.Xrm.Sdk.Messages;

/// <summary>Creates a row.</summary>
[DataContract(Namespace = ContractNamespaces.V2011)]
public sealed class CreateRequest : OrganizationRequest
{
    /// <summary>An empty request.</summary>
    public CreateRequest() => RequestName = "Create";

    /// <summary>The row.</summary>
    public Entity Target
    {
        get => this.Get<Entity>();
        set => this.Set(value);
    }
}

/// <summary>Answer to <see cref="CreateRequest"/>.</summary>
[DataContract(Namespace = ContractNamespaces.V2011)]
public sealed class CreateResponse : OrganizationResponse
{
    /// <summary>Id of the new row.</summary>
    public Guid id => this.Get<Guid>();
}
