using System.Runtime.Serialization;
using Microsoft.Xrm.Sdk;

namespace Microsoft.Crm.Sdk.Messages;

/// <summary>Gives a row to another owner.</summary>
[DataContract(Namespace = ContractNamespace.V2011)]
public sealed class AssignRequest : OrganizationRequest
{
    /// <summary>An empty request.</summary>
    public AssignRequest() => RequestName = "Assign";

    /// <summary>The user or team.</summary>
    public EntityReference Assignee
    {
        get => this.Get<EntityReference>();
        set => this.Set(value);
    }

    /// <summary>The row.</summary>
    public EntityReference Target
    {
        get => this.Get<EntityReference>();
        set => this.Set(value);
    }
}

/// <summary>Answer to <see cref="AssignRequest"/>.</summary>
[DataContract(Namespace = ContractNamespace.V2011)]
public sealed class AssignResponse : OrganizationResponse;
