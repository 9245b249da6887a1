using System.Runtime.Serialization;

namespace Microsoft.Xrm.Sdk.Query;

/// <summary>How a linked table is joined.</summary>
[DataContract(Name = "JoinOperator", Namespace = ContractNamespaces.V2011)]
public enum JoinOperator
{
    /// <summary>Rows with a match; once for each match.</summary>
    [EnumMember]
    Inner = 0,

    /// <summary>All rows, with or without a match.</summary>
    [EnumMember]
    LeftOuter = 1,

    /// <summary>As <see cref="Inner"/>, with one of the two equal columns.</summary>
    [EnumMember]
    Natural = 2,

    /// <summary>Rows with a match; once, with the values of the first match.</summary>
    [EnumMember]
    MatchFirstRowUsingCrossApply = 3,

    /// <summary>Rows with a match, once, by a subquery.</summary>
    [EnumMember]
    In = 4,

    /// <summary>Rows with a match, once, by a correlated subquery.</summary>
    [EnumMember]
    Exists = 5,

    /// <summary>Rows with a match; within a filter.</summary>
    [EnumMember]
    Any = 6,

    /// <summary>Rows without a match; within a filter.</summary>
    [EnumMember]
    NotAny = 7,

    /// <summary>Rows whose linked rows exist and all fail the link's filter; within a filter.</summary>
    [EnumMember]
    All = 8,

    /// <summary>Rows with a linked row that passes the link's filter; within a filter.</summary>
    [EnumMember]
    NotAll = 9,
}
