using System;
using System.Runtime.Serialization;
using Microsoft.Xrm.Sdk;

namespace Microsoft.Crm.Sdk.Messages;

/// <summary>Puts the version of a managed solution that was imported as a holding solution in the place of the installed one.</summary>
[DataContract(Namespace = ContractNamespace.V2011)]
public sealed class DeleteAndPromoteRequest : OrganizationRequest
{
    /// <summary>An empty request.</summary>
    public DeleteAndPromoteRequest() => RequestName = "DeleteAndPromote";

    /// <summary>The unique name of the solution.</summary>
    public string UniqueName
    {
        get => this.Get<string>();
        set => this.Set(value);
    }
}

/// <summary>Answer to <see cref="DeleteAndPromoteRequest"/>.</summary>
[DataContract(Namespace = ContractNamespace.V2011)]
public sealed class DeleteAndPromoteResponse : OrganizationResponse
{
    /// <summary>The solution.</summary>
    public Guid SolutionId => this.Get<Guid>();
}
