using System.Runtime.Serialization;

namespace Microsoft.Xrm.Sdk;

/// <summary>The platform's answer to a message: its name and the results.</summary>
[DataContract(Name = "OrganizationResponse", Namespace = ContractNamespaces.V2011)]
public class OrganizationResponse : IExtensibleDataObject
{
    private ParameterCollection? results;

    /// <summary>The message's name.</summary>
    [DataMember]
    public string ResponseName { get; set; } = null!;

    /// <summary>The results by name.</summary>
    [DataMember]
    public ParameterCollection Results
    {
        get => results ??= [];
        set => results = value;
    }

    /// <summary>The value of a result.</summary>
    /// <exception cref="System.Collections.Generic.KeyNotFoundException">There is no such result (on reading).</exception>
    public object? this[string parameterName]
    {
        get => Results[parameterName];
        set => Results[parameterName] = value;
    }

    /// <inheritdoc />
    public ExtensionDataObject? ExtensionData { get; set; }
}
