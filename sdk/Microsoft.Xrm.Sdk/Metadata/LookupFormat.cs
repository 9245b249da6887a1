using System.Runtime.Serialization;

namespace Microsoft.Xrm.Sdk.Metadata;

/// <summary>What a lookup is.</summary>
[DataContract(Name = "LookupFormat", Namespace = ContractNamespaces.Metadata2011)]
public enum LookupFormat
{
    /// <summary>A lookup.</summary>
    [EnumMember]
    None = 0,

    /// <summary>A connection.</summary>
    [EnumMember]
    Connection = 1,

    /// <summary>What something is about.</summary>
    [EnumMember]
    Regarding = 2,

    /// <summary>Text.</summary>
    [EnumMember]
    Text = 3,
}
