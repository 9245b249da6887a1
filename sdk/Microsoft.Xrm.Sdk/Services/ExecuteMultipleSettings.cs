using System.Runtime.Serialization;

namespace Microsoft.Xrm.Sdk;

/// <summary>How a batch of independent messages is run.</summary>
[DataContract(Name = "ExecuteMultipleSettings", Namespace = ContractNamespaces.V2012)]
public sealed class ExecuteMultipleSettings : IExtensibleDataObject
{
    /// <summary>Whether the batch goes on after a message that failed.</summary>
    [DataMember]
    public bool ContinueOnError { get; set; }

    /// <summary>Whether the answers are given; faults always are.</summary>
    [DataMember]
    public bool ReturnResponses { get; set; }

    /// <inheritdoc />
    public ExtensionDataObject? ExtensionData { get; set; }
}
