using System.Runtime.Serialization;

namespace Microsoft.Xrm.Sdk.Metadata;

/// <summary>Whether a column has to be filled in.</summary>
[DataContract(Name = "AttributeRequiredLevel", Namespace = ContractNamespaces.Metadata2011)]
public enum AttributeRequiredLevel
{
    /// <summary>It may stay empty.</summary>
    [EnumMember]
    None = 0,

    /// <summary>The platform insists.</summary>
    [EnumMember]
    SystemRequired = 1,

    /// <summary>Forms insist.</summary>
    [EnumMember]
    ApplicationRequired = 2,

    /// <summary>Forms recommend it.</summary>
    [EnumMember]
    Recommended = 3,
}
