using System.Runtime.Serialization;

namespace Microsoft.Xrm.Sdk.Metadata.Query;

/// <summary>How a property is compared.</summary>
[DataContract(Name = "MetadataConditionOperator", Namespace = ContractNamespaces.Metadata2011Query)]
public enum MetadataConditionOperator
{
    /// <summary>It is the value.</summary>
    [EnumMember]
    Equals = 0,

    /// <summary>It is not the value.</summary>
    [EnumMember]
    NotEquals = 1,

    /// <summary>It is one of the values.</summary>
    [EnumMember]
    In = 2,

    /// <summary>It is none of the values.</summary>
    [EnumMember]
    NotIn = 3,

    /// <summary>It is more than the value.</summary>
    [EnumMember]
    GreaterThan = 4,

    /// <summary>It is less than the value.</summary>
    [EnumMember]
    LessThan = 5,
}
