using System.Runtime.Serialization;

namespace Microsoft.Xrm.Sdk;

/// <summary>What became of one message of a batch: an answer or a fault.</summary>
[DataContract(Name = "ExecuteMultipleResponseItem", Namespace = ContractNamespaces.V2012)]
public sealed class ExecuteMultipleResponseItem : IExtensibleDataObject
{
    /// <summary>The fault; null if the message succeeded.</summary>
    [DataMember]
    public OrganizationServiceFault? Fault { get; set; }

    /// <summary>Place of the message in the batch, from 0.</summary>
    [DataMember]
    public int RequestIndex { get; set; }

    /// <summary>The answer; null if the message failed or answers were not asked for.</summary>
    [DataMember]
    public OrganizationResponse? Response { get; set; }

    /// <inheritdoc />
    public ExtensionDataObject? ExtensionData { get; set; }
}
