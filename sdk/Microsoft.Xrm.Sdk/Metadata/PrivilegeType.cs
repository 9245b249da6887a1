using System.Runtime.Serialization;

namespace Microsoft.Xrm.Sdk.Metadata;

/// <summary>What a privilege allows.</summary>
[DataContract(Name = "PrivilegeType", Namespace = ContractNamespaces.Metadata2011)]
public enum PrivilegeType
{
    /// <summary>Nothing.</summary>
    [EnumMember]
    None = 0,

    /// <summary>To create.</summary>
    [EnumMember]
    Create = 1,

    /// <summary>To read.</summary>
    [EnumMember]
    Read = 2,

    /// <summary>To change.</summary>
    [EnumMember]
    Write = 3,

    /// <summary>To delete.</summary>
    [EnumMember]
    Delete = 4,

    /// <summary>To give another owner.</summary>
    [EnumMember]
    Assign = 5,

    /// <summary>To share.</summary>
    [EnumMember]
    Share = 6,

    /// <summary>To append to another row.</summary>
    [EnumMember]
    Append = 7,

    /// <summary>To have others appended.</summary>
    [EnumMember]
    AppendTo = 8,
}
