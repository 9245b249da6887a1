using System.Runtime.Serialization;

namespace Microsoft.Xrm.Sdk.Metadata;

/// <summary>What a whole number is.</summary>
[DataContract(Name = "IntegerFormat", Namespace = ContractNamespaces.Metadata2011)]
public enum IntegerFormat
{
    /// <summary>A number.</summary>
    [EnumMember]
    None = 0,

    /// <summary>Minutes, shown as a duration.</summary>
    [EnumMember]
    Duration = 1,

    /// <summary>A time zone.</summary>
    [EnumMember]
    TimeZone = 2,

    /// <summary>A language.</summary>
    [EnumMember]
    Language = 3,

    /// <summary>A locale.</summary>
    [EnumMember]
    Locale = 4,
}
