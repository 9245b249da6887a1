using System;
using System.Runtime.Serialization;

namespace Microsoft.Xrm.Sdk;

/// <summary>What a failure of any of the platform's services tells.</summary>
[Serializable]
[DataContract(Name = "BaseServiceFault", Namespace = ContractNamespaces.V2011)]
public abstract class BaseServiceFault : IExtensibleDataObject
{
    [NonSerialized]
    private ExtensionDataObject? extensionData;

    private ErrorDetailCollection? errorDetails;

    /// <summary>For the contract's own faults.</summary>
    protected BaseServiceFault()
    {
    }

    /// <summary>Names the request in the platform's logs.</summary>
    [DataMember]
    public Guid ActivityId { get; set; }

    /// <summary>The platform's number for what went wrong, such as -2147220969 (0x80040217) for a row that is not there.</summary>
    [DataMember]
    public int ErrorCode { get; set; }

    /// <summary>Further facts by name.</summary>
    [DataMember]
    public ErrorDetailCollection ErrorDetails
    {
        get => errorDetails ??= [];
        set => errorDetails = value;
    }

    /// <summary>Address of a page about the fault.</summary>
    [DataMember]
    public string? HelpLink { get; set; }

    /// <summary>What went wrong.</summary>
    [DataMember]
    public string? Message { get; set; }

    /// <summary>When it went wrong, in UTC.</summary>
    [DataMember]
    public DateTime Timestamp { get; set; }

    /// <inheritdoc />
    public ExtensionDataObject? ExtensionData
    {
        get => extensionData;
        set => extensionData = value;
    }
}
