using System;
using System.Runtime.Serialization;

namespace Microsoft.Xrm.Sdk;

/// <summary>What the failure of a transaction of messages tells: which of them failed.</summary>
[Serializable]
[DataContract(Name = "ExecuteTransactionFault", Namespace = ContractNamespaces.V71)]
public sealed class ExecuteTransactionFault : OrganizationServiceFault
{
    /// <summary>Place of the message that failed, from 0.</summary>
    [DataMember]
    public int FaultedRequestIndex { get; set; }
}
