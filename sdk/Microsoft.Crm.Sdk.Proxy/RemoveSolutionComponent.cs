using System;
using System.Runtime.Serialization;
using Microsoft.Xrm.Sdk;

namespace Microsoft.Crm.Sdk.Messages;

/// <summary>Takes a component out of an unmanaged solution; it stays in the environment.</summary>
[DataContract(Namespace = ContractNamespace.V2011)]
public sealed class RemoveSolutionComponentRequest : OrganizationRequest
{
    /// <summary>An empty request.</summary>
    public RemoveSolutionComponentRequest() => RequestName = "RemoveSolutionComponent";

    /// <summary>The component.</summary>
    public Guid ComponentId
    {
        get => this.Get<Guid>();
        set => this.Set(value);
    }

    /// <summary>What kind of component it is.</summary>
    public int ComponentType
    {
        get => this.Get<int>();
        set => this.Set(value);
    }

    /// <summary>The unique name of the solution.</summary>
    public string SolutionUniqueName
    {
        get => this.Get<string>();
        set => this.Set(value);
    }
}

/// <summary>Answer to <see cref="RemoveSolutionComponentRequest"/>.</summary>
[DataContract(Namespace = ContractNamespace.V2011)]
public sealed class RemoveSolutionComponentResponse : OrganizationResponse
{
    /// <summary>The row that said that the component belonged to the solution.</summary>
    public Guid id => this.Get<Guid>();
}
