using System;
using System.Runtime.Serialization;

namespace Microsoft.Xrm.Sdk.Metadata.Query;

/// <summary>Which deleted definitions are wanted.</summary>
[Flags]
[DataContract(Name = "DeletedMetadataFilters", Namespace = ContractNamespaces.Metadata2011Query)]
public enum DeletedMetadataFilters
{
    /// <summary>The same as <see cref="Entity"/>.</summary>
    [EnumMember]
    Default = 1,

    /// <summary>Tables.</summary>
    [EnumMember]
    Entity = 1,

    /// <summary>Columns.</summary>
    [EnumMember]
    Attribute = 2,

    /// <summary>Relations.</summary>
    [EnumMember]
    Relationship = 4,

    /// <summary>Labels.</summary>
    [EnumMember]
    Label = 8,

    /// <summary>Choices.</summary>
    [EnumMember]
    OptionSet = 16,

    /// <summary>All.</summary>
    [EnumMember]
    All = 31,
}
