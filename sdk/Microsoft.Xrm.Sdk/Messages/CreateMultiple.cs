using System;
using System.Runtime.Serialization;

namespace Microsoft.Xrm.Sdk.Messages;

/// <summary>Creates rows of one table in one transaction.</summary>
[DataContract(Namespace = ContractNamespaces.V2011)]
public sealed class CreateMultipleRequest : OrganizationRequest
{
    /// <summary>An empty request.</summary>
    public CreateMultipleRequest() => RequestName = "CreateMultiple";

    /// <summary>The rows.</summary>
    public EntityCollection Targets
    {
        get => this.Get<EntityCollection>();
        set => this.Set(value);
    }
}

/// <summary>Answer to <see cref="CreateMultipleRequest"/>.</summary>
[DataContract(Namespace = ContractNamespaces.V2011)]
public sealed class CreateMultipleResponse : OrganizationResponse
{
    /// <summary>Ids of the new rows in the order of the targets.</summary>
    public Guid[] Ids => this.Get<Guid[]>();
}
