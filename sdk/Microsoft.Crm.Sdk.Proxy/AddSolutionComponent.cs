using System;
using System.Runtime.Serialization;
using Microsoft.Xrm.Sdk;

namespace Microsoft.Crm.Sdk.Messages;

/// <summary>Adds a component of the environment to an unmanaged solution.</summary>
[DataContract(Namespace = ContractNamespace.V2011)]
public sealed class AddSolutionComponentRequest : OrganizationRequest
{
    /// <summary>An empty request.</summary>
    public AddSolutionComponentRequest() => RequestName = "AddSolutionComponent";

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

    /// <summary>Whether what the component needs is added as well.</summary>
    public bool AddRequiredComponents
    {
        get => this.Get<bool>();
        set => this.Set(value);
    }

    /// <summary>Whether a table is added without its columns, forms and views.</summary>
    public bool DoNotIncludeSubcomponents
    {
        get => this.Get<bool>();
        set => this.Set(value);
    }

    /// <summary>Which settings of the component are part of the solution; null for all.</summary>
    public string[] IncludedComponentSettingsValues
    {
        get => this.Get<string[]>();
        set => this.Set(value);
    }
}

/// <summary>Answer to <see cref="AddSolutionComponentRequest"/>.</summary>
[DataContract(Namespace = ContractNamespace.V2011)]
public sealed class AddSolutionComponentResponse : OrganizationResponse
{
    /// <summary>The row that says that the component belongs to the solution.</summary>
    public Guid id => this.Get<Guid>();
}
