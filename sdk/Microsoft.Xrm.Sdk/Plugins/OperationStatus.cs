using System.Runtime.Serialization;

namespace Microsoft.Xrm.Sdk;

/// <summary>What becomes of the operation whose step throws.</summary>
[DataContract(Name = "OperationStatus", Namespace = ContractNamespaces.V2011)]
public enum OperationStatus
{
    /// <summary>It failed.</summary>
    [EnumMember]
    Failed = 0,

    /// <summary>It was called off.</summary>
    [EnumMember]
    Canceled = 1,

    /// <summary>The asynchronous service tries it again.</summary>
    [EnumMember]
    Retry = 2,

    /// <summary>It waits until somebody resumes it.</summary>
    [EnumMember]
    Suspended = 3,

    /// <summary>It succeeded.</summary>
    [EnumMember]
    Succeeded = 4,
}
