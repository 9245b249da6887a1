using System.Runtime.Serialization;

namespace Microsoft.Xrm.Sdk.Metadata;

/// <summary>State of the index behind an alternate key.</summary>
[DataContract(Name = "EntityKeyIndexStatus", Namespace = ContractNamespaces.Metadata2011)]
public enum EntityKeyIndexStatus
{
    /// <summary>It will be built.</summary>
    [EnumMember]
    Pending = 0,

    /// <summary>It is being built.</summary>
    [EnumMember]
    InProgress = 1,

    /// <summary>It is in use.</summary>
    [EnumMember]
    Active = 2,

    /// <summary>It could not be built.</summary>
    [EnumMember]
    Failed = 3,
}
