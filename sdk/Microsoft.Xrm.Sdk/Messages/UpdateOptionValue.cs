using System.Runtime.Serialization;

namespace Microsoft.Xrm.Sdk.Messages;

/// <summary>Changes an option of a choice.</summary>
[DataContract(Namespace = ContractNamespaces.V2011)]
public sealed class UpdateOptionValueRequest : OrganizationRequest
{
    /// <summary>An empty request.</summary>
    public UpdateOptionValueRequest() => RequestName = "UpdateOptionValue";

    /// <summary>The column, for a choice of its own.</summary>
    public string AttributeLogicalName
    {
        get => this.Get<string>();
        set => this.Set(value);
    }

    /// <summary>What the option is for.</summary>
    public Label Description
    {
        get => this.Get<Label>();
        set => this.Set(value);
    }

    /// <summary>The column's table.</summary>
    public string EntityLogicalName
    {
        get => this.Get<string>();
        set => this.Set(value);
    }

    /// <summary>The option's name for people.</summary>
    public Label Label
    {
        get => this.Get<Label>();
        set => this.Set(value);
    }

    /// <summary>Whether names in other languages stay.</summary>
    public bool MergeLabels
    {
        get => this.Get<bool>();
        set => this.Set(value);
    }

    /// <summary>The choice, for a global one.</summary>
    public string OptionSetName
    {
        get => this.Get<string>();
        set => this.Set(value);
    }

    /// <summary>The solution that the change belongs to.</summary>
    public string SolutionUniqueName
    {
        get => this.Get<string>();
        set => this.Set(value);
    }

    /// <summary>The option's number.</summary>
    public int Value
    {
        get => this.Get<int>();
        set => this.Set(value);
    }
}

/// <summary>Answer to <see cref="UpdateOptionValueRequest"/>.</summary>
[DataContract(Namespace = ContractNamespaces.V2011)]
public sealed class UpdateOptionValueResponse : OrganizationResponse;
