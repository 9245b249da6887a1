using System.Runtime.Serialization;

namespace Microsoft.Xrm.Sdk.Query;

/// <summary>What an aggregate query makes of a column's values.</summary>
[DataContract(Name = "AggregateType", Namespace = ContractNamespaces.V2011)]
public enum XrmAggregateType
{
    /// <summary>Nothing: the rows are grouped by the column.</summary>
    [EnumMember]
    None = 0,

    /// <summary>The number of rows.</summary>
    [EnumMember]
    Count = 1,

    /// <summary>The number of rows with a value.</summary>
    [EnumMember]
    CountColumn = 2,

    /// <summary>The sum of the values.</summary>
    [EnumMember]
    Sum = 3,

    /// <summary>The average of the values.</summary>
    [EnumMember]
    Avg = 4,

    /// <summary>The smallest value.</summary>
    [EnumMember]
    Min = 5,

    /// <summary>The largest value.</summary>
    [EnumMember]
    Max = 6,
}
