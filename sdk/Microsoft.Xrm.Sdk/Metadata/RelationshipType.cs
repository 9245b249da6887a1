using System.Runtime.Serialization;

namespace Microsoft.Xrm.Sdk.Metadata;

/// <summary>Kind of a relation.</summary>
[DataContract(Name = "RelationshipType", Namespace = ContractNamespaces.Metadata2011)]
public enum RelationshipType
{
    /// <summary>One to many.</summary>
    [EnumMember]
    OneToManyRelationship = 0,

    /// <summary>The same as <see cref="OneToManyRelationship"/>.</summary>
    [EnumMember]
    Default = 0,

    /// <summary>Many to many.</summary>
    [EnumMember]
    ManyToManyRelationship = 1,
}
