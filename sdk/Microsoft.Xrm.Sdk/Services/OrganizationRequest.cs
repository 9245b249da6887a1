using System;
using System.Runtime.Serialization;

namespace Microsoft.Xrm.Sdk;

/// <summary>A message to the platform: a name and its parameters.</summary>
[DataContract(Name = "OrganizationRequest", Namespace = ContractNamespaces.V2011)]
public class OrganizationRequest : IExtensibleDataObject
{
    private ParameterCollection? parameters;

    /// <summary>A message without a name yet.</summary>
    public OrganizationRequest()
    {
    }

    /// <summary>A message by name.</summary>
    public OrganizationRequest(string requestName) => RequestName = requestName;

    /// <summary>The parameters by name.</summary>
    [DataMember]
    public ParameterCollection Parameters
    {
        get => parameters ??= [];
        set => parameters = value;
    }

    /// <summary>Names this very request, for the platform's logs.</summary>
    [DataMember]
    public Guid? RequestId { get; set; }

    /// <summary>The message's name.</summary>
    [DataMember]
    public string RequestName { get; set; } = null!;

    /// <summary>The value of a parameter.</summary>
    /// <exception cref="System.Collections.Generic.KeyNotFoundException">The parameter is not set (on reading).</exception>
    public object? this[string parameterName]
    {
        get => Parameters[parameterName];
        set => Parameters[parameterName] = value;
    }

    /// <inheritdoc />
    public ExtensionDataObject? ExtensionData { get; set; }
}
