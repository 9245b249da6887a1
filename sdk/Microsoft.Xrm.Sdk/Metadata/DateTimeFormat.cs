using System.Runtime.Serialization;

namespace Microsoft.Xrm.Sdk.Metadata;

/// <summary>What a date is shown as.</summary>
[DataContract(Name = "DateTimeFormat", Namespace = ContractNamespaces.Metadata2011)]
public enum DateTimeFormat
{
    /// <summary>The day.</summary>
    [EnumMember]
    DateOnly = 0,

    /// <summary>Day and time.</summary>
    [EnumMember]
    DateAndTime = 1,
}
