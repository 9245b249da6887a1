using System;
using System.Runtime.Serialization;

namespace Microsoft.Xrm.Sdk.Metadata;

/// <summary>How much of a table's definition is wanted.</summary>
[Flags]
[DataContract(Name = "EntityFilters", Namespace = ContractNamespaces.Metadata2011)]
public enum EntityFilters
{
    /// <summary>The same as <see cref="Entity"/>.</summary>
    [EnumMember]
    Default = 1,

    /// <summary>The table alone.</summary>
    [EnumMember]
    Entity = 1,

    /// <summary>The columns.</summary>
    [EnumMember]
    Attributes = 2,

    /// <summary>The privileges.</summary>
    [EnumMember]
    Privileges = 4,

    /// <summary>The relations.</summary>
    [EnumMember]
    Relationships = 8,

    /// <summary>Everything.</summary>
    [EnumMember]
    All = 15,
}
