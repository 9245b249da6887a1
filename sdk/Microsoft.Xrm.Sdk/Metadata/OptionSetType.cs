using System.Runtime.Serialization;

namespace Microsoft.Xrm.Sdk.Metadata;

/// <summary>Where a set of options is used.</summary>
[DataContract(Name = "OptionSetType", Namespace = ContractNamespaces.Metadata2011)]
public enum OptionSetType
{
    /// <summary>In a choice.</summary>
    [EnumMember]
    Picklist = 0,

    /// <summary>In a state.</summary>
    [EnumMember]
    State = 1,

    /// <summary>In a status reason.</summary>
    [EnumMember]
    Status = 2,

    /// <summary>In a yes/no column.</summary>
    [EnumMember]
    Boolean = 3,
}
